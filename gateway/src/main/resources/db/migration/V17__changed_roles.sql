-- Which role somebody has whose role has changed a moment ago: access tokens that say a higher one are refused although they are
-- not over yet. Kept for as long as such a token can live.
CREATE TABLE changed_role (
    id              uuid        PRIMARY KEY,
    organisation_id uuid        NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    role            text        NOT NULL,
    changed_at      timestamptz NOT NULL
);
CREATE INDEX changed_role_by_time ON changed_role (changed_at);

GRANT SELECT, INSERT, UPDATE ON changed_role TO ${app};
GRANT SELECT, DELETE ON changed_role TO ${system};
ALTER TABLE changed_role ENABLE ROW LEVEL SECURITY;
ALTER TABLE changed_role FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON changed_role TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
CREATE POLICY system ON changed_role TO ${system} USING (true);
