-- Apart from the migration before it: a new value of an enum can't be used in the transaction that adds it.

-- One person has at most one standing review of a submission, and a submission at most one standing decision: whatever route a
-- second word comes by, it is somebody else's.
CREATE UNIQUE INDEX reviews_one_standing_per_person ON reviews (submission_id, reviewer_id) WHERE voided_at IS NULL;
CREATE UNIQUE INDEX decisions_one_standing ON decisions (submission_id) WHERE undone_at IS NULL AND replaced_at IS NULL;

-- Decisions from before reviews were kept were one person's: that person's review is the decision, under its id.
INSERT INTO reviews (id, submission_id, reviewer_id, reviewed_at, outcome, reasons, note, check_run_id, voided_at, voided_for)
SELECT d.id, d.submission_id, d.decided_by_id, d.decided_at, d.outcome,
       coalesce((SELECT jsonb_agg(jsonb_build_object('code', r.code, 'capture', c.kind) ORDER BY r.position)
                 FROM reasons r LEFT JOIN captures c ON c.id = r.capture_id WHERE r.decision_id = d.id), '[]'),
       d.note, d.check_run_id, d.undone_at, CASE WHEN d.undone_at IS NOT NULL THEN 'undone'::review_voiding END
FROM decisions d;
UPDATE decisions SET review_id = id;

-- Waiting for a second person is waiting, too.
DROP INDEX submissions_take_next, submissions_open_priority, submissions_open_due, submissions_open_received,
  submissions_open_flags, submissions_open_attempt, submissions_open_country, submissions_open_document_type;
CREATE INDEX submissions_take_next ON submissions (priority DESC, due_at, id)
  WHERE status IN ('ready_for_review', 'check_failed', 'second_review');
CREATE INDEX submissions_open_priority ON submissions (priority DESC, due_at, id)
  WHERE status IN ('received', 'checking', 'ready_for_review', 'check_failed', 'second_review');
CREATE INDEX submissions_open_due ON submissions (due_at, id)
  WHERE status IN ('received', 'checking', 'ready_for_review', 'check_failed', 'second_review');
CREATE INDEX submissions_open_received ON submissions (received_at, id)
  WHERE status IN ('received', 'checking', 'ready_for_review', 'check_failed', 'second_review');
CREATE INDEX submissions_open_flags ON submissions (flag_count, id)
  WHERE status IN ('received', 'checking', 'ready_for_review', 'check_failed', 'second_review');
CREATE INDEX submissions_open_attempt ON submissions (attempt, id)
  WHERE status IN ('received', 'checking', 'ready_for_review', 'check_failed', 'second_review');
CREATE INDEX submissions_open_country ON submissions (country, id)
  WHERE status IN ('received', 'checking', 'ready_for_review', 'check_failed', 'second_review');
CREATE INDEX submissions_open_document_type ON submissions (document_type, id)
  WHERE status IN ('received', 'checking', 'ready_for_review', 'check_failed', 'second_review');
