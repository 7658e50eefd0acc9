-- Who came by the connect page with a technician's code: of no site, known by a browser's key, for a while.
CREATE TABLE guest (
    id              uuid        PRIMARY KEY,
    organisation_id uuid        NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    key_hash        bytea       NOT NULL UNIQUE,
    name            text        NOT NULL,
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL
);
CREATE INDEX guest_by_expiry ON guest (expires_at);

GRANT SELECT, INSERT, DELETE ON guest TO ${app};
GRANT SELECT, DELETE ON guest TO ${system};
ALTER TABLE guest ENABLE ROW LEVEL SECURITY;
ALTER TABLE guest FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON guest TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
CREATE POLICY system ON guest TO ${system} USING (true) WITH CHECK (true);
