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

-- Waiting for a second person is waiting, too: the indexes of what waits, as in queue_order and queue_workflow, with it.
DROP INDEX submissions_take_next, submissions_open_urgent, submissions_open_due, submissions_open_received,
  submissions_open_flag_count, submissions_open_attempt, submissions_open_country, submissions_open_document_type,
  submissions_open_client, submissions_open_device, submissions_open_status, submissions_open_flags,
  submissions_assigned, submissions_snoozed, submissions_escalated;
CREATE INDEX submissions_take_next ON submissions (urgent_at, id)
  WHERE status IN ('ready_for_review', 'check_failed', 'second_review');
CREATE INDEX submissions_open_urgent ON submissions (urgent_at, id)
  WHERE status IN ('received', 'checking', 'ready_for_review', 'check_failed', 'second_review');
CREATE INDEX submissions_open_due ON submissions (due_at, id)
  WHERE status IN ('received', 'checking', 'ready_for_review', 'check_failed', 'second_review');
CREATE INDEX submissions_open_received ON submissions (received_at, id)
  WHERE status IN ('received', 'checking', 'ready_for_review', 'check_failed', 'second_review');
CREATE INDEX submissions_open_flag_count ON submissions ((-flag_count), urgent_at, id)
  WHERE status IN ('received', 'checking', 'ready_for_review', 'check_failed', 'second_review');
CREATE INDEX submissions_open_attempt ON submissions ((-attempt), urgent_at, id)
  WHERE status IN ('received', 'checking', 'ready_for_review', 'check_failed', 'second_review');
CREATE INDEX submissions_open_country ON submissions (country, urgent_at, id)
  WHERE status IN ('received', 'checking', 'ready_for_review', 'check_failed', 'second_review');
CREATE INDEX submissions_open_document_type ON submissions (document_type, urgent_at, id)
  WHERE status IN ('received', 'checking', 'ready_for_review', 'check_failed', 'second_review');
CREATE INDEX submissions_open_client ON submissions (client_id, urgent_at, id)
  WHERE status IN ('received', 'checking', 'ready_for_review', 'check_failed', 'second_review');
CREATE INDEX submissions_open_device ON submissions (device, urgent_at, id)
  WHERE status IN ('received', 'checking', 'ready_for_review', 'check_failed', 'second_review');
CREATE INDEX submissions_open_status ON submissions (status, urgent_at, id)
  WHERE status IN ('received', 'checking', 'ready_for_review', 'check_failed', 'second_review');
CREATE INDEX submissions_open_flags ON submissions USING gin (flags)
  WHERE status IN ('received', 'checking', 'ready_for_review', 'check_failed', 'second_review');
CREATE INDEX submissions_assigned ON submissions (assigned_to_id, urgent_at, id)
  WHERE assigned_to_id IS NOT NULL AND status IN ('received', 'checking', 'ready_for_review', 'check_failed', 'second_review');
CREATE INDEX submissions_snoozed ON submissions (snoozed_until, id)
  WHERE snoozed_until IS NOT NULL AND status IN ('received', 'checking', 'ready_for_review', 'check_failed', 'second_review');
CREATE INDEX submissions_escalated ON submissions (escalated_at, id)
  WHERE escalated_at IS NOT NULL AND status IN ('received', 'checking', 'ready_for_review', 'check_failed', 'second_review');

-- Whether a person may still have a say on a submission: not while a review of theirs stands, and never again once an appeal
-- came after it. Every way to a submission asks this, and the table itself refuses what got past them.
CREATE FUNCTION may_review(submission uuid, person uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT NOT EXISTS (
    SELECT FROM reviews r JOIN submissions s ON s.id = r.submission_id
    WHERE r.submission_id = submission AND r.reviewer_id = person
      AND (r.voided_at IS NULL OR r.reviewed_at <= s.appealed_at))
$$;
CREATE FUNCTION refuse_second_word() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT may_review(NEW.submission_id, NEW.reviewer_id) THEN
    RAISE EXCEPTION 'this person has already reviewed this submission';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reviews_by_somebody_else BEFORE INSERT ON reviews FOR EACH ROW EXECUTE FUNCTION refuse_second_word();
