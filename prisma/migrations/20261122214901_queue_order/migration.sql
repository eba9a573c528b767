-- "Take next" and the waiting queue in each of its orders read straight off an index, however long the history grows.
CREATE INDEX submissions_take_next ON submissions (priority DESC, due_at, id)
  WHERE status IN ('ready_for_review', 'check_failed');

CREATE INDEX submissions_open_priority ON submissions (priority DESC, due_at, id)
  WHERE status IN ('received', 'checking', 'ready_for_review', 'check_failed');
CREATE INDEX submissions_open_due ON submissions (due_at, id)
  WHERE status IN ('received', 'checking', 'ready_for_review', 'check_failed');
CREATE INDEX submissions_open_received ON submissions (received_at, id)
  WHERE status IN ('received', 'checking', 'ready_for_review', 'check_failed');
CREATE INDEX submissions_open_flags ON submissions (flag_count, id)
  WHERE status IN ('received', 'checking', 'ready_for_review', 'check_failed');
CREATE INDEX submissions_open_attempt ON submissions (attempt, id)
  WHERE status IN ('received', 'checking', 'ready_for_review', 'check_failed');
CREATE INDEX submissions_open_country ON submissions (country, id)
  WHERE status IN ('received', 'checking', 'ready_for_review', 'check_failed');
CREATE INDEX submissions_open_document_type ON submissions (document_type, id)
  WHERE status IN ('received', 'checking', 'ready_for_review', 'check_failed');
CREATE INDEX submissions_flag_count ON submissions (flag_count, id);
CREATE INDEX submissions_attempt ON submissions (attempt, id);
CREATE INDEX submissions_country ON submissions (country, id);
CREATE INDEX submissions_document_type ON submissions (document_type, id);
CREATE INDEX submissions_priority ON submissions (priority DESC, due_at, id);

-- Support looks people up by the beginning of an address or a reference, whatever its case.
CREATE INDEX cases_email_lower ON cases (lower(email) text_pattern_ops);
CREATE INDEX cases_external_id_pattern ON cases (external_id text_pattern_ops);
