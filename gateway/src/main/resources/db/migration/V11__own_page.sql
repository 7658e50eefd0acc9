-- The customer's own page: a code that opens it once, and after that the visit, known by the key in a cookie.
CREATE TABLE own_page_visit (
    code_hash       bytea       PRIMARY KEY,
    organisation_id uuid        NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    visitor_id      uuid        NOT NULL REFERENCES visitor (id) ON DELETE CASCADE,
    key_hash        bytea       UNIQUE,
    entered_at      timestamptz,
    expires_at      timestamptz NOT NULL,
    CHECK ((key_hash IS NULL) = (entered_at IS NULL))
);
CREATE INDEX own_page_visit_by_visitor ON own_page_visit (visitor_id);
CREATE INDEX own_page_visit_by_organisation ON own_page_visit (organisation_id);
CREATE INDEX own_page_visit_by_expiry ON own_page_visit (expires_at);

-- Who comes with a code or a key has not said of which organisation.
GRANT INSERT ON own_page_visit TO ${app};
GRANT SELECT, UPDATE, DELETE ON own_page_visit TO ${system};

ALTER TABLE own_page_visit ENABLE ROW LEVEL SECURITY;
ALTER TABLE own_page_visit FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON own_page_visit TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
CREATE POLICY system ON own_page_visit TO ${system} USING (true) WITH CHECK (true);
