-- What the gateway's events tell of sites and staff: as much as is needed to name a site and to know a colleague.
CREATE TABLE site (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL,
    name            text NOT NULL
);

-- Events carry no names of persons: a colleague's is known once he or she has taken a session.
CREATE TABLE staff_member (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL,
    name            text CHECK (length(name) BETWEEN 1 AND 200)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON site, staff_member TO ${app};
ALTER TABLE site ENABLE ROW LEVEL SECURITY;
ALTER TABLE site FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON site TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
ALTER TABLE staff_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE staff_member FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON staff_member TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
