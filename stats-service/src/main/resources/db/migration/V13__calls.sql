-- What the figures of calls need to know of an event. A column of its own, as the duration of a session is summed over all facts.
ALTER TABLE fact
    ADD COLUMN outcome      text,
    ADD COLUMN call_seconds bigint CHECK (call_seconds >= 0),
    ADD COLUMN score        double precision CHECK (score BETWEEN 1 AND 5);

-- What facts say of one call, added up as they arrive, as session_figures are.
CREATE TABLE call_figures (
    call_id         uuid PRIMARY KEY,
    organisation_id uuid NOT NULL,
    asked_at        timestamptz,
    answered_at     timestamptz,
    ended_at        timestamptz,
    outcome         text,
    call_seconds    bigint CHECK (call_seconds >= 0),
    score           double precision CHECK (score BETWEEN 1 AND 5)
);

CREATE INDEX call_figures_by_time ON call_figures (organisation_id, asked_at)
    INCLUDE (answered_at, outcome, call_seconds, score);

GRANT SELECT, INSERT, UPDATE ON call_figures TO ${app}, ${system};

ALTER TABLE call_figures ENABLE ROW LEVEL SECURITY;
ALTER TABLE call_figures FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON call_figures TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
CREATE POLICY system ON call_figures TO ${system} USING (true) WITH CHECK (true);

-- What is known of calls already: their outcome was not kept, but an end without an answer was one in vain.
ALTER TABLE fact NO FORCE ROW LEVEL SECURITY;
ALTER TABLE call_figures NO FORCE ROW LEVEL SECURITY;
INSERT INTO call_figures (call_id, organisation_id, asked_at, answered_at, ended_at, outcome)
    SELECT key::uuid, (array_agg(organisation_id))[1], min(at) FILTER (WHERE type = 'CallQueued'),
        min(at) FILTER (WHERE type = 'CallAnswered'), min(at) FILTER (WHERE type = 'CallEnded'),
        CASE WHEN bool_or(type = 'CallEnded') THEN CASE WHEN bool_or(type = 'CallAnswered') THEN 'completed' ELSE 'missed' END END
    FROM fact WHERE topic = 'call.events.v1' GROUP BY key;
ALTER TABLE fact FORCE ROW LEVEL SECURITY;
ALTER TABLE call_figures FORCE ROW LEVEL SECURITY;
