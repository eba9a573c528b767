-- CreateIndex
CREATE INDEX "messages_status_id_idx" ON "messages"("status", "id");

-- What was done to a person, for the audit page: of ten million events few are about people, and these alone are in it.
CREATE INDEX audit_events_about ON audit_events ((data->>'userId'), id) WHERE data->>'userId' IS NOT NULL;
