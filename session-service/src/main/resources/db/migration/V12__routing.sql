-- All who wait, in their order: the head is what is offered next, and the place in it is what a customer sees.
CREATE INDEX session_waiting ON session (organisation_id, requested_at, id) WHERE state IN ('queued', 'offered');
DROP INDEX session_queue;

-- Who declined a session, left its offer unanswered or gave it away: for a while it is not offered to the same member again.
CREATE TABLE session_refusal (
    session_id      uuid        NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    staff_id        uuid        NOT NULL,
    organisation_id uuid        NOT NULL,
    refused_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (session_id, staff_id)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON session_refusal TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON session_refusal TO ${system};
ALTER TABLE session_refusal ENABLE ROW LEVEL SECURITY;
ALTER TABLE session_refusal FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON session_refusal TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
CREATE POLICY system ON session_refusal TO ${system} USING (true) WITH CHECK (true);
