CREATE TABLE note (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation_id uuid   NOT NULL,
    text            text   NOT NULL
);
CREATE TABLE secret_note (
    organisation_id uuid NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON note, secret_note TO ${app};
GRANT SELECT ON note TO ${system};
ALTER TABLE note ENABLE ROW LEVEL SECURITY;
ALTER TABLE note FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON note TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
CREATE POLICY system ON note TO ${system} USING (true);
