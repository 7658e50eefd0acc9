-- Which replica hears whose console: whoever only changed the replica has not gone.
CREATE TABLE console_heard (
    organisation_id uuid        NOT NULL,
    staff_id        uuid        NOT NULL,
    replica         text        NOT NULL,
    heard_at        timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, staff_id, replica)
) WITH (fillfactor = 50);

GRANT SELECT, INSERT, UPDATE, DELETE ON console_heard TO ${app};

ALTER TABLE console_heard ENABLE ROW LEVEL SECURITY;
ALTER TABLE console_heard FORCE ROW LEVEL SECURITY;

CREATE POLICY organisation ON console_heard TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
