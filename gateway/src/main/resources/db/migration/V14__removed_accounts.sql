-- Whose access tokens are refused although they are not over yet; kept for as long as one can live.
CREATE TABLE removed_account (
    id              uuid        PRIMARY KEY,
    organisation_id uuid        NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    removed_at      timestamptz NOT NULL
);
CREATE INDEX removed_account_by_time ON removed_account (removed_at);
CREATE INDEX organisation_suspended ON organisation (id) WHERE suspended;

GRANT INSERT ON removed_account TO ${app};
GRANT SELECT, DELETE ON removed_account TO ${system};
ALTER TABLE removed_account ENABLE ROW LEVEL SECURITY;
ALTER TABLE removed_account FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON removed_account TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
CREATE POLICY system ON removed_account TO ${system} USING (true);
