-- CreateTable
CREATE TABLE "fingerprints" (
    "capture_id" UUID NOT NULL,
    "hash" BIGINT NOT NULL,

    CONSTRAINT "fingerprints_pkey" PRIMARY KEY ("capture_id")
);

-- AddForeignKey
ALTER TABLE "fingerprints" ADD CONSTRAINT "fingerprints_capture_id_fkey" FOREIGN KEY ("capture_id") REFERENCES "captures"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Near hashes are looked up by their quarters (lib/operations/check-submission/hash-quarters.ts): few rows share one, and the whole
-- hash lies beside it, so that the table itself is not visited for what turns out to be far away.
CREATE INDEX fingerprints_quarter_0 ON fingerprints (((hash >> 48) & 65535), hash);
CREATE INDEX fingerprints_quarter_1 ON fingerprints (((hash >> 32) & 65535), hash);
CREATE INDEX fingerprints_quarter_2 ON fingerprints (((hash >> 16) & 65535), hash);
CREATE INDEX fingerprints_quarter_3 ON fingerprints ((hash & 65535), hash);

-- An index alone answers only for pages that were vacuumed since their last change; by default that waits for a fifth more rows.
ALTER TABLE fingerprints SET (autovacuum_vacuum_insert_scale_factor = 0.01);
