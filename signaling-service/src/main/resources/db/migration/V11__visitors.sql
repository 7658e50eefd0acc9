-- Who is on which page now, and who is asked for a look. Soft state, worth nothing after a crash: unlogged.
CREATE UNLOGGED TABLE visitor_tab (
    organisation_id uuid        NOT NULL,
    site_id         uuid        NOT NULL,
    visitor_id      uuid        NOT NULL,
    tab             text        NOT NULL,
    -- The connection that speaks for the tab: the end of an older one says nothing.
    connection      uuid        NOT NULL,
    replica         text        NOT NULL,
    identified      boolean     NOT NULL,
    name            text        NOT NULL,
    url             text        NOT NULL,
    title           text        NOT NULL,
    visible         boolean     NOT NULL,
    browser         text,
    os              text,
    place           text,
    since           timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL,
    gone_at         timestamptz,
    PRIMARY KEY (organisation_id, visitor_id, tab)
) WITH (fillfactor = 70);

CREATE INDEX visitor_tab_by_site       ON visitor_tab (organisation_id, site_id);
CREATE INDEX visitor_tab_by_connection ON visitor_tab (connection);
CREATE INDEX visitor_tab_gone          ON visitor_tab (gone_at) WHERE gone_at IS NOT NULL;

-- A killed replica says nothing any more: nor do the tabs that it has told of.
CREATE UNLOGGED TABLE visitor_replica (
    replica  text        PRIMARY KEY,
    heard_at timestamptz NOT NULL
);

CREATE UNLOGGED TABLE access_request (
    id              uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    organisation_id uuid        NOT NULL,
    visitor_id      uuid        NOT NULL,
    staff_id        uuid        NOT NULL,
    staff_name      text        NOT NULL,
    reason          text        NOT NULL,
    state           text        NOT NULL CHECK (state IN ('open', 'opening', 'allowed', 'denied', 'expired', 'failed')),
    detail          text,
    session_id      uuid,
    asked_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at      timestamptz NOT NULL,
    CHECK ((state = 'allowed') = (session_id IS NOT NULL))
);

-- One technician asks at a time.
CREATE UNIQUE INDEX access_request_open ON access_request (organisation_id, visitor_id) WHERE state = 'open';
CREATE INDEX access_request_by_time ON access_request (asked_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON visitor_tab TO ${app};
GRANT SELECT, DELETE ON visitor_tab TO ${system};
GRANT SELECT ON visitor_replica TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON visitor_replica TO ${system};
GRANT SELECT, INSERT, UPDATE ON access_request TO ${app};
GRANT SELECT, DELETE ON access_request TO ${system};

ALTER TABLE visitor_tab ENABLE ROW LEVEL SECURITY;
ALTER TABLE visitor_tab FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON visitor_tab TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
CREATE POLICY system ON visitor_tab TO ${system} USING (true) WITH CHECK (true);
ALTER TABLE access_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_request FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON access_request TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
CREATE POLICY system ON access_request TO ${system} USING (true) WITH CHECK (true);
