-- CreateEnum
CREATE TYPE "review_voiding" AS ENUM ('undone', 'evidence_changed', 'reasons_changed', 'amended', 'reopened', 'appealed');

-- CreateEnum
CREATE TYPE "reopening_cause" AS ENUM ('reopened', 'appealed');

-- AlterEnum
ALTER TYPE "submission_status" ADD VALUE 'second_review';

-- AlterTable
ALTER TABLE "submissions" ADD COLUMN     "appealed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "decisions" ADD COLUMN     "amends_id" UUID,
ADD COLUMN     "replaced_at" TIMESTAMPTZ(3),
ADD COLUMN     "review_id" UUID;

-- AlterTable
ALTER TABLE "reasons" ADD COLUMN     "region" JSONB;

-- CreateTable
CREATE TABLE "reviews" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "reviewed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" "outcome" NOT NULL,
    "reasons" JSONB NOT NULL,
    "checklist" JSONB NOT NULL DEFAULT '[]',
    "note" TEXT,
    "evidence" CHAR(64),
    "check_run_id" UUID,
    "blind" BOOLEAN NOT NULL DEFAULT false,
    "second_to_id" UUID,
    "agrees" BOOLEAN,
    "voided_at" TIMESTAMPTZ(3),
    "voided_for" "review_voiding",

    CONSTRAINT "reviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reopenings" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "cause" "reopening_cause" NOT NULL,
    "opened_by_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "why" TEXT NOT NULL,

    CONSTRAINT "reopenings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reviews_submission_id_reviewer_id_idx" ON "reviews"("submission_id", "reviewer_id");

-- CreateIndex
CREATE INDEX "reviews_reviewer_id_idx" ON "reviews"("reviewer_id");

-- CreateIndex
CREATE INDEX "reopenings_submission_id_idx" ON "reopenings"("submission_id");

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submissions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_second_to_id_fkey" FOREIGN KEY ("second_to_id") REFERENCES "reviews"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reopenings" ADD CONSTRAINT "reopenings_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submissions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reopenings" ADD CONSTRAINT "reopenings_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reopenings" ADD CONSTRAINT "reopenings_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_amends_id_fkey" FOREIGN KEY ("amends_id") REFERENCES "decisions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "reviews"("id") ON DELETE SET NULL ON UPDATE CASCADE;
