-- AlterTable
ALTER TABLE "captures" ADD COLUMN     "rotation" DOUBLE PRECISION NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "reviewer_regions" (
    "id" UUID NOT NULL,
    "capture_id" UUID NOT NULL,
    "points" JSONB NOT NULL,
    "comment" TEXT,
    "reason" TEXT,
    "drawn_by_id" UUID NOT NULL,
    "drawn_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_by_id" UUID,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "reviewer_regions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding_marks" (
    "id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "note" TEXT,
    "marked_by_id" UUID NOT NULL,
    "marked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_by_id" UUID,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "finding_marks_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reviewer_regions_capture_id_idx" ON "reviewer_regions"("capture_id");

-- CreateIndex
CREATE INDEX "finding_marks_finding_id_idx" ON "finding_marks"("finding_id");

-- CreateIndex
CREATE INDEX "finding_marks_marked_at_idx" ON "finding_marks"("marked_at");

-- AddForeignKey
ALTER TABLE "reviewer_regions" ADD CONSTRAINT "reviewer_regions_capture_id_fkey" FOREIGN KEY ("capture_id") REFERENCES "captures"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviewer_regions" ADD CONSTRAINT "reviewer_regions_drawn_by_id_fkey" FOREIGN KEY ("drawn_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_marks" ADD CONSTRAINT "finding_marks_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "findings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_marks" ADD CONSTRAINT "finding_marks_marked_by_id_fkey" FOREIGN KEY ("marked_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One word against a finding stands at a time; who comes second is told so.
CREATE UNIQUE INDEX "finding_marks_standing_key" ON "finding_marks"("finding_id") WHERE "removed_at" IS NULL;
