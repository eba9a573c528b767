-- Rows say when they were written by the database's clock (docs/decisions/004): for now() the client library sends the time of
-- its own process.
ALTER TABLE "users" ALTER COLUMN "created_at" SET DEFAULT clock_timestamp();
ALTER TABLE "user_sessions" ALTER COLUMN "created_at" SET DEFAULT clock_timestamp();
ALTER TABLE "user_sessions" ALTER COLUMN "last_seen_at" SET DEFAULT clock_timestamp();
ALTER TABLE "api_clients" ALTER COLUMN "created_at" SET DEFAULT clock_timestamp();
ALTER TABLE "policies" ALTER COLUMN "created_at" SET DEFAULT clock_timestamp();
ALTER TABLE "cases" ALTER COLUMN "created_at" SET DEFAULT clock_timestamp();
ALTER TABLE "submissions" ALTER COLUMN "received_at" SET DEFAULT clock_timestamp();
ALTER TABLE "captures" ALTER COLUMN "created_at" SET DEFAULT clock_timestamp();
ALTER TABLE "check_runs" ALTER COLUMN "started_at" SET DEFAULT clock_timestamp();
ALTER TABLE "reviewer_regions" ALTER COLUMN "drawn_at" SET DEFAULT clock_timestamp();
ALTER TABLE "finding_marks" ALTER COLUMN "marked_at" SET DEFAULT clock_timestamp();
ALTER TABLE "skips" ALTER COLUMN "at" SET DEFAULT clock_timestamp();
ALTER TABLE "handovers" ALTER COLUMN "at" SET DEFAULT clock_timestamp();
ALTER TABLE "saved_views" ALTER COLUMN "created_at" SET DEFAULT clock_timestamp();
ALTER TABLE "reviews" ALTER COLUMN "reviewed_at" SET DEFAULT clock_timestamp();
ALTER TABLE "decisions" ALTER COLUMN "decided_at" SET DEFAULT clock_timestamp();
ALTER TABLE "reason_templates" ALTER COLUMN "created_at" SET DEFAULT clock_timestamp();
ALTER TABLE "messages" ALTER COLUMN "created_at" SET DEFAULT clock_timestamp();
ALTER TABLE "resubmission_links" ALTER COLUMN "created_at" SET DEFAULT clock_timestamp();
ALTER TABLE "field_corrections" ALTER COLUMN "corrected_at" SET DEFAULT clock_timestamp();
ALTER TABLE "notes" ALTER COLUMN "written_at" SET DEFAULT clock_timestamp();
ALTER TABLE "audit_events" ALTER COLUMN "at" SET DEFAULT clock_timestamp();
