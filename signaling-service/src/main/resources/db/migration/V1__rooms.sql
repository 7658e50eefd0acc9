-- Who serves a session's room. The row is the lease: only its owner, at its epoch and before expires_at, may relay.
-- The row outlives the lease, because epoch and version must never start again while the session may come back.
CREATE TABLE room (
    session_id      uuid        PRIMARY KEY,
    organisation_id uuid        NOT NULL,
    owner           text,
    epoch           bigint      NOT NULL,
    expires_at      timestamptz NOT NULL,
    version         bigint      NOT NULL DEFAULT 0,
    ended_at        timestamptz
) WITH (fillfactor = 70);

CREATE INDEX room_by_owner ON room (owner) WHERE owner IS NOT NULL;
CREATE INDEX room_by_expiry ON room (expires_at);

-- Participants announced as joined and not yet as left: what a killed replica leaves behind for the room's next owner.
CREATE TABLE participant (
    session_id      uuid        NOT NULL REFERENCES room ON DELETE CASCADE,
    participant_id  uuid        NOT NULL,
    organisation_id uuid        NOT NULL,
    seat            text        NOT NULL CHECK (seat IN ('customer', 'technician')),
    joined_at       timestamptz NOT NULL,
    PRIMARY KEY (session_id, participant_id)
);

-- The customer's "no" as this service heard it. It counts against every grant given before it, whether or not
-- session-service could be told.
CREATE TABLE revocation (
    session_id      uuid        NOT NULL REFERENCES room ON DELETE CASCADE,
    capability      text        NOT NULL,
    organisation_id uuid        NOT NULL,
    revoked_at      timestamptz NOT NULL,
    PRIMARY KEY (session_id, capability)
);

-- Tokens that have opened a socket; each does so once.
CREATE TABLE used_token (
    jti             text        PRIMARY KEY,
    organisation_id uuid        NOT NULL,
    expires_at      timestamptz NOT NULL
);

CREATE INDEX used_token_by_expiry ON used_token (expires_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON room, participant, revocation, used_token TO ${app};
GRANT SELECT, UPDATE, DELETE ON room TO ${system};
GRANT SELECT, DELETE ON participant TO ${system};
GRANT SELECT, DELETE ON used_token TO ${system};

ALTER TABLE room ENABLE ROW LEVEL SECURITY;
ALTER TABLE room FORCE ROW LEVEL SECURITY;
ALTER TABLE participant ENABLE ROW LEVEL SECURITY;
ALTER TABLE participant FORCE ROW LEVEL SECURITY;
ALTER TABLE revocation ENABLE ROW LEVEL SECURITY;
ALTER TABLE revocation FORCE ROW LEVEL SECURITY;
ALTER TABLE used_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE used_token FORCE ROW LEVEL SECURITY;

CREATE POLICY organisation ON room TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
CREATE POLICY organisation ON participant TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
CREATE POLICY organisation ON revocation TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
CREATE POLICY organisation ON used_token TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);

CREATE POLICY system ON room TO ${system} USING (true) WITH CHECK (true);
CREATE POLICY system ON participant TO ${system} USING (true) WITH CHECK (true);
CREATE POLICY system ON used_token TO ${system} USING (true) WITH CHECK (true);
