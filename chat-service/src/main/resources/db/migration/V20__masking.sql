-- What an organisation has masked; without a row everything that is built in. The newest rules as JSON: they are read and
-- written together.
CREATE TABLE masking_rules (
    organisation_id uuid        PRIMARY KEY,
    rules           jsonb       NOT NULL CHECK (jsonb_typeof(rules) = 'array'),
    changed_by      text        NOT NULL,
    changed_at      timestamptz NOT NULL DEFAULT clock_timestamp()
);

GRANT SELECT, INSERT, UPDATE ON masking_rules TO ${app};
ALTER TABLE masking_rules ENABLE ROW LEVEL SECURITY;
ALTER TABLE masking_rules FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON masking_rules TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
