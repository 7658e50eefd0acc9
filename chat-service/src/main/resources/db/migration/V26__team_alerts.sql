-- Of what else an organisation is told by mail, and how long it is left alone after a mail of one kind.
ALTER TABLE mail_settings
    ADD COLUMN wait_minutes  integer CHECK (wait_minutes BETWEEN 1 AND 240),
    ADD COLUMN nobody_there  boolean NOT NULL DEFAULT false,
    ADD COLUMN quiet_minutes integer NOT NULL DEFAULT 30 CHECK (quiet_minutes BETWEEN 1 AND 1440);

-- Who waits, by the events of sessions.
CREATE TABLE waiting_session (
    session_id      uuid        PRIMARY KEY,
    organisation_id uuid        NOT NULL,
    since           timestamptz NOT NULL,
    told            boolean     NOT NULL DEFAULT false
);

CREATE INDEX waiting_session_by_organisation ON waiting_session (organisation_id, since);

-- Who of the staff takes sessions, and since when or when no longer, by the events of the desk.
CREATE TABLE staff_there (
    staff_id        uuid        PRIMARY KEY,
    organisation_id uuid        NOT NULL,
    there           boolean     NOT NULL,
    since           timestamptz NOT NULL
);

CREATE INDEX staff_there_by_organisation ON staff_there (organisation_id);

-- When each kind of alert was told last, and whether what it told of still goes on.
CREATE TABLE team_alert (
    organisation_id uuid        NOT NULL,
    kind            text        NOT NULL CHECK (kind IN ('late', 'nobody')),
    told_at         timestamptz NOT NULL,
    going_on        boolean     NOT NULL,
    PRIMARY KEY (organisation_id, kind)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON waiting_session TO ${app};
GRANT SELECT, INSERT, UPDATE ON staff_there TO ${app};
GRANT SELECT, INSERT, UPDATE ON team_alert TO ${app};
-- Whom it may concern is looked for in all organisations.
GRANT SELECT (organisation_id, alert_to, wait_minutes, nobody_there) ON mail_settings TO ${system};
GRANT SELECT (organisation_id) ON waiting_session TO ${system};
GRANT SELECT (organisation_id, going_on) ON team_alert TO ${system};

ALTER TABLE waiting_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE waiting_session FORCE ROW LEVEL SECURITY;
ALTER TABLE staff_there ENABLE ROW LEVEL SECURITY;
ALTER TABLE staff_there FORCE ROW LEVEL SECURITY;
ALTER TABLE team_alert ENABLE ROW LEVEL SECURITY;
ALTER TABLE team_alert FORCE ROW LEVEL SECURITY;

CREATE POLICY organisation ON waiting_session TO ${app}
    USING (organisation_id = (SELECT NULLIF(current_setting('app.organisation', true), '')::uuid))
    WITH CHECK (organisation_id = (SELECT NULLIF(current_setting('app.organisation', true), '')::uuid));
CREATE POLICY organisation ON staff_there TO ${app}
    USING (organisation_id = (SELECT NULLIF(current_setting('app.organisation', true), '')::uuid))
    WITH CHECK (organisation_id = (SELECT NULLIF(current_setting('app.organisation', true), '')::uuid));
CREATE POLICY organisation ON team_alert TO ${app}
    USING (organisation_id = (SELECT NULLIF(current_setting('app.organisation', true), '')::uuid))
    WITH CHECK (organisation_id = (SELECT NULLIF(current_setting('app.organisation', true), '')::uuid));
CREATE POLICY system ON mail_settings FOR SELECT TO ${system} USING (true);
CREATE POLICY system ON waiting_session FOR SELECT TO ${system} USING (true);
CREATE POLICY system ON team_alert FOR SELECT TO ${system} USING (true);
