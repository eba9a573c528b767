-- DropIndex
DROP INDEX "submissions_status_priority_id_idx";

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "second_line" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable: dropping the column takes its hand-written indexes along
ALTER TABLE "submissions" DROP COLUMN "priority",
ADD COLUMN     "assigned_to_id" UUID,
ADD COLUMN     "device" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "escalated_at" TIMESTAMPTZ(3),
ADD COLUMN     "snoozed_until" TIMESTAMPTZ(3),
ADD COLUMN     "urgent_at" TIMESTAMPTZ(3);

-- As lib/domain/urgency.ts reckons it, with the checks there are today
UPDATE "submissions" SET "urgent_at" = "due_at" - ("due_at" - "received_at") * (
    LEAST("attempt" - 1, 3) / 8.0
    + CASE WHEN "status" = 'check_failed' THEN 1 / 4.0 ELSE 0 END
    + CASE WHEN "flags" && ARRAY['duplicate-capture', 'edited', 'recapture', 'retouched', 'screenshot'] THEN 1 / 4.0
           WHEN "flags" && ARRAY['age', 'country', 'document-expiry', 'document-page', 'document-type', 'mrz-check-digits',
                                 'mrz-matches-print', 'profile-match', 'text-legible', 'face-count', 'face-covered',
                                 'face-expression', 'face-pose', 'face-position', 'glasses', 'portrait-match'] THEN 1 / 6.0
           WHEN "flag_count" > 0 THEN 1 / 12.0
           ELSE 0 END);
ALTER TABLE "submissions" ALTER COLUMN "urgent_at" SET NOT NULL;

-- As lib/domain/device.ts names it
UPDATE "submissions" s SET "device" = left(CASE WHEN lower(model) LIKE lower(make) || '%' THEN model ELSE trim(make || ' ' || model) END, 80)
FROM (
    SELECT DISTINCT ON ("submission_id") "submission_id",
           coalesce("metadata" ->> 'Make', '') AS make, coalesce("metadata" ->> 'Model', '') AS model
    FROM "captures" WHERE "metadata" ? 'Model' ORDER BY "submission_id", "kind"
) c WHERE c."submission_id" = s."id";

-- CreateTable
CREATE TABLE "skips" (
    "submission_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "skips_pkey" PRIMARY KEY ("submission_id","user_id")
);

-- CreateTable
CREATE TABLE "handovers" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID,
    "note" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "handovers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_views" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "skips_user_id_at_idx" ON "skips"("user_id", "at");

-- CreateIndex
CREATE INDEX "handovers_submission_id_at_idx" ON "handovers"("submission_id", "at");

-- CreateIndex
CREATE INDEX "saved_views_shared_idx" ON "saved_views"("shared");

-- CreateIndex
CREATE UNIQUE INDEX "saved_views_owner_id_name_key" ON "saved_views"("owner_id", "name");

-- CreateIndex
CREATE INDEX "submissions_status_urgent_at_id_idx" ON "submissions"("status", "urgent_at", "id");

-- CreateIndex
CREATE INDEX "submissions_urgent_at_id_idx" ON "submissions"("urgent_at", "id");

-- CreateIndex
CREATE INDEX "submissions_country_urgent_at_id_idx" ON "submissions"("country", "urgent_at", "id");

-- CreateIndex
CREATE INDEX "submissions_document_type_urgent_at_id_idx" ON "submissions"("document_type", "urgent_at", "id");

-- CreateIndex
CREATE INDEX "submissions_client_id_urgent_at_id_idx" ON "submissions"("client_id", "urgent_at", "id");

-- CreateIndex
CREATE INDEX "submissions_device_urgent_at_id_idx" ON "submissions"("device", "urgent_at", "id");

-- AddForeignKey
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_assigned_to_id_fkey" FOREIGN KEY ("assigned_to_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skips" ADD CONSTRAINT "skips_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submissions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skips" ADD CONSTRAINT "skips_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submissions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- The queue in each of its orders, and "take next", read straight off an index of what waits, however long the history grows.
-- Numbers that are sorted downwards are negated: all columns of an order then run one way, and a page starts at its place.
DROP INDEX submissions_open_flags, submissions_open_attempt, submissions_open_country, submissions_open_document_type,
    submissions_flag_count, submissions_attempt, submissions_country, submissions_document_type;

CREATE INDEX submissions_take_next ON submissions (urgent_at, id) WHERE status IN ('ready_for_review', 'check_failed');
CREATE INDEX submissions_open_urgent ON submissions (urgent_at, id)
  WHERE status IN ('received', 'checking', 'ready_for_review', 'check_failed');
CREATE INDEX submissions_open_flag_count ON submissions ((-flag_count), urgent_at, id)
  WHERE status IN ('received', 'checking', 'ready_for_review', 'check_failed');
CREATE INDEX submissions_open_attempt ON submissions ((-attempt), urgent_at, id)
  WHERE status IN ('received', 'checking', 'ready_for_review', 'check_failed');
CREATE INDEX submissions_open_country ON submissions (country, urgent_at, id)
  WHERE status IN ('received', 'checking', 'ready_for_review', 'check_failed');
CREATE INDEX submissions_open_document_type ON submissions (document_type, urgent_at, id)
  WHERE status IN ('received', 'checking', 'ready_for_review', 'check_failed');
CREATE INDEX submissions_open_client ON submissions (client_id, urgent_at, id)
  WHERE status IN ('received', 'checking', 'ready_for_review', 'check_failed');
CREATE INDEX submissions_open_device ON submissions (device, urgent_at, id)
  WHERE status IN ('received', 'checking', 'ready_for_review', 'check_failed');
CREATE INDEX submissions_open_status ON submissions (status, urgent_at, id)
  WHERE status IN ('received', 'checking', 'ready_for_review', 'check_failed');
CREATE INDEX submissions_open_flags ON submissions USING gin (flags)
  WHERE status IN ('received', 'checking', 'ready_for_review', 'check_failed');
CREATE INDEX submissions_flag_count ON submissions ((-flag_count), urgent_at, id);
CREATE INDEX submissions_attempt ON submissions ((-attempt), urgent_at, id);

-- What is set aside or given to somebody is little beside what there is.
CREATE INDEX submissions_assigned ON submissions (assigned_to_id, urgent_at, id)
  WHERE assigned_to_id IS NOT NULL AND status IN ('received', 'checking', 'ready_for_review', 'check_failed');
CREATE INDEX submissions_snoozed ON submissions (snoozed_until, id)
  WHERE snoozed_until IS NOT NULL AND status IN ('received', 'checking', 'ready_for_review', 'check_failed');
CREATE INDEX submissions_escalated ON submissions (escalated_at, id)
  WHERE escalated_at IS NOT NULL AND status IN ('received', 'checking', 'ready_for_review', 'check_failed');
CREATE INDEX claims_live ON claims (expires_at);

-- Of the dozens of findings of a submission a row of the queue shows the few that are flags.
CREATE INDEX findings_flags ON findings (check_run_id, "check") WHERE outcome IN ('fail', 'error');

-- Names are found by the beginnings of their words, with or without diacritics; needs no extension.
CREATE FUNCTION name_words(name text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN to_tsvector('simple'::regconfig, regexp_replace(normalize(name, NFKD), '[\u0300-\u036f]', '', 'g'));
CREATE INDEX cases_name_words ON cases USING gin (name_words(declared_name)) WHERE declared_name IS NOT NULL;
