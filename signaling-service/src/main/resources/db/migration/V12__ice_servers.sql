-- The STUN and TURN servers of organisations that have their own; all others use the installation's.
CREATE TABLE ice_settings (
    organisation_id uuid        PRIMARY KEY,
    stun            text[]      NOT NULL,
    turn            text[]      NOT NULL,
    policy          text        NOT NULL CHECK (policy IN ('all', 'relay')),
    -- Sealed for the organisation: what credentials for the TURN servers are made with.
    secret          bytea,
    changed_by      text        NOT NULL,
    changed_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    CHECK (cardinality(turn) = 0 OR secret IS NOT NULL),
    CHECK (policy = 'all' OR cardinality(turn) > 0)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON ice_settings TO ${app};

ALTER TABLE ice_settings ENABLE ROW LEVEL SECURITY;
ALTER TABLE ice_settings FORCE ROW LEVEL SECURITY;

CREATE POLICY organisation ON ice_settings TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
