-- What the gateway's events tell of an organisation's plan. Without a row, or with null, nothing is limited yet.
CREATE TABLE plan_limit (
    organisation_id uuid    PRIMARY KEY,
    version         bigint  NOT NULL,
    max_shared      integer CHECK (max_shared >= 0)
);

-- To lock the row, whoever counts needs the right to change it.
GRANT SELECT, INSERT, UPDATE ON plan_limit TO ${app};
ALTER TABLE plan_limit ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_limit FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON plan_limit TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);

CREATE INDEX session_grant_shared ON session_grant (organisation_id, session_id)
    WHERE capability = 'view' AND closed_at IS NULL;

-- A short code that a technician tells a customer; it opens one session, once. Only its hash is kept.
CREATE TABLE invitation (
    id              uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    organisation_id uuid        NOT NULL,
    code_hash       bytea       NOT NULL UNIQUE,
    staff_id        uuid        NOT NULL,
    staff_name      text        NOT NULL CHECK (length(staff_name) BETWEEN 1 AND 200),
    subject         text        CHECK (length(subject) BETWEEN 1 AND 200),
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at      timestamptz NOT NULL,
    withdrawn_at    timestamptz,
    used_at         timestamptz,
    session_id      uuid        REFERENCES session (id) ON DELETE CASCADE,
    CONSTRAINT invitation_used_opens_session CHECK ((used_at IS NULL) = (session_id IS NULL)),
    CONSTRAINT invitation_used_once          CHECK (used_at IS NULL OR withdrawn_at IS NULL),
    CONSTRAINT invitation_expires_later      CHECK (expires_at > created_at)
);
CREATE INDEX invitation_by_staff ON invitation (organisation_id, staff_id, created_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON invitation TO ${app};
GRANT SELECT ON invitation TO ${system};
ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitation FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON invitation TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
CREATE POLICY system ON invitation TO ${system} USING (true) WITH CHECK (true);
