-- What the support desk's figures need to know of an event.
ALTER TABLE fact
    ADD COLUMN channel  text,
    ADD COLUMN staff_id uuid,
    ADD COLUMN rating   smallint CHECK (rating BETWEEN 1 AND 5),
    -- Of a change of availability: whether sessions come from then on.
    ADD COLUMN on_duty  boolean;

-- What facts say of one session, added up as they arrive. A fact that comes again or late leads to the same row, so the table
-- can be made anew from the facts at any time.
CREATE TABLE session_figures (
    session_id       uuid PRIMARY KEY,
    organisation_id  uuid NOT NULL,
    channel          text,
    requested_at     timestamptz,
    -- When somebody first helped.
    assigned_at      timestamptz,
    -- Who helped last, and the version that says so.
    staff_id         uuid,
    staff_version    bigint NOT NULL DEFAULT 0,
    ended_at         timestamptz,
    duration_seconds bigint CHECK (duration_seconds >= 0),
    rating           smallint CHECK (rating BETWEEN 1 AND 5),
    rated_at         timestamptz
);

CREATE INDEX session_figures_by_request ON session_figures (organisation_id, requested_at) INCLUDE (channel);
CREATE INDEX session_figures_by_start   ON session_figures (organisation_id, assigned_at) INCLUDE (requested_at);
CREATE INDEX session_figures_by_end     ON session_figures (organisation_id, ended_at)
    INCLUDE (channel, duration_seconds, assigned_at, staff_id);
CREATE INDEX session_figures_by_rating  ON session_figures (organisation_id, rated_at) INCLUDE (rating, staff_id)
    WHERE rated_at IS NOT NULL;

-- From when to when a member of the staff had a session, or was on duty. The end is open while it lasts.
CREATE TABLE stint (
    kind            text        NOT NULL CHECK (kind IN ('session', 'duty')),
    key             uuid        NOT NULL,
    version         bigint      NOT NULL,
    organisation_id uuid        NOT NULL,
    staff_id        uuid        NOT NULL,
    began_at        timestamptz NOT NULL,
    ended_at        timestamptz,
    PRIMARY KEY (kind, key, version)
);

CREATE INDEX stint_by_time ON stint (organisation_id, began_at) INCLUDE (kind, staff_id, ended_at, key);

-- A batch of events belongs to many organisations; one that is no batch comes by the inbox, for one.
GRANT SELECT, INSERT, UPDATE ON session_figures, stint TO ${app}, ${system};

ALTER TABLE session_figures ENABLE ROW LEVEL SECURITY;
ALTER TABLE session_figures FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON session_figures TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
CREATE POLICY system ON session_figures TO ${system} USING (true) WITH CHECK (true);

ALTER TABLE stint ENABLE ROW LEVEL SECURITY;
ALTER TABLE stint FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON stint TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
CREATE POLICY system ON stint TO ${system} USING (true) WITH CHECK (true);

-- What is known of sessions already. The owner too is under row-level security otherwise.
ALTER TABLE fact NO FORCE ROW LEVEL SECURITY;
ALTER TABLE session_figures NO FORCE ROW LEVEL SECURITY;
INSERT INTO session_figures (session_id, organisation_id, requested_at, assigned_at, ended_at, duration_seconds)
    SELECT key::uuid, (array_agg(organisation_id))[1],
        min(at) FILTER (WHERE type = 'SessionRequested'), min(at) FILTER (WHERE type = 'SessionAssigned'),
        min(at) FILTER (WHERE type = 'SessionEnded'), max(duration_seconds)
    FROM fact WHERE topic = 'session.events.v1' GROUP BY key;
ALTER TABLE fact FORCE ROW LEVEL SECURITY;
ALTER TABLE session_figures FORCE ROW LEVEL SECURITY;
