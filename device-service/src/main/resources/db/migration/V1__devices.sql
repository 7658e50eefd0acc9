-- What a customer was helped on. It is known by the opaque id that the gateway gave its browser: no name of a person is here.
CREATE TABLE device (
    organisation_id uuid        NOT NULL,
    id              uuid        NOT NULL,
    kind            text        NOT NULL CHECK (kind IN ('browser')),
    name            text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    os              text        CHECK (length(os) BETWEEN 1 AND 200),
    last_seen_at    timestamptz NOT NULL,
    -- When it entered its last session, which is also how old its name is: sessions tell of one device in any order.
    joined_at       timestamptz NOT NULL,
    last_session_id uuid        NOT NULL,
    sort_name       text        COLLATE "C" NOT NULL GENERATED ALWAYS AS (lower(name)) STORED,
    search          text        NOT NULL GENERATED ALWAYS AS (lower(name || ' ' || coalesce(os, ''))) STORED,
    PRIMARY KEY (organisation_id, id),
    CONSTRAINT device_time_runs_forward CHECK (last_seen_at >= joined_at)
);

CREATE INDEX device_by_time ON device (organisation_id, last_seen_at DESC, id DESC) INCLUDE (search);
CREATE INDEX device_by_name ON device (organisation_id, sort_name, id) INCLUDE (search);

-- The tabs that are in a session's room now. A device is online while it has one.
CREATE TABLE presence (
    session_id      uuid NOT NULL,
    participant_id  uuid NOT NULL,
    organisation_id uuid NOT NULL,
    device_id       uuid NOT NULL,
    PRIMARY KEY (session_id, participant_id),
    FOREIGN KEY (organisation_id, device_id) REFERENCES device (organisation_id, id) ON DELETE CASCADE
);

CREATE INDEX presence_by_device ON presence (organisation_id, device_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON device TO ${app};
ALTER TABLE device ENABLE ROW LEVEL SECURITY;
ALTER TABLE device FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON device TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON presence TO ${app};
ALTER TABLE presence ENABLE ROW LEVEL SECURITY;
ALTER TABLE presence FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON presence TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
