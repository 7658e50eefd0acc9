-- What an organisation may have. The operator gives each organisation one of these.
CREATE TABLE plan (
    name                    text    PRIMARY KEY CHECK (name ~ '^[a-z][a-z0-9-]{1,39}$'),
    title                   text    NOT NULL,
    max_sites               integer NOT NULL CHECK (max_sites >= 0),
    max_concurrent_sessions integer NOT NULL CHECK (max_concurrent_sessions >= 0)
);

INSERT INTO plan (name, title, max_sites, max_concurrent_sessions) VALUES
    ('starter', 'Starter', 1, 3),
    ('team', 'Team', 5, 25),
    ('business', 'Business', 50, 500);

-- A row says that the first operator was made; it is never deleted, so set-up stays closed.
CREATE TABLE installation (
    id        boolean     PRIMARY KEY DEFAULT true CHECK (id),
    set_up_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE organisation (
    id         uuid        PRIMARY KEY,
    name       text        NOT NULL,
    plan       text        NOT NULL REFERENCES plan (name),
    suspended  boolean     NOT NULL,
    version    bigint      NOT NULL,
    created_at timestamptz NOT NULL
);

-- One row per person with a password: staff, and operators, who belong to no organisation.
CREATE TABLE account (
    id              uuid        PRIMARY KEY,
    organisation_id uuid        REFERENCES organisation (id) ON DELETE CASCADE,
    email           text        NOT NULL UNIQUE CHECK (email = lower(email)),
    name            text        NOT NULL,
    role            text        NOT NULL,
    password_hash   text        NOT NULL,
    version         bigint      NOT NULL,
    created_at      timestamptz NOT NULL,
    last_login_at   timestamptz,
    -- Refresh tokens issued before this moment are void: the password was changed.
    signed_in_after timestamptz NOT NULL,
    CHECK ((role = 'operator') = (organisation_id IS NULL))
);
CREATE INDEX account_by_organisation ON account (organisation_id);

-- Every refresh token ever given in a family, until it expires: a used one that comes back gives the theft away.
CREATE TABLE refresh_token (
    token_hash bytea       PRIMARY KEY,
    family     uuid        NOT NULL,
    account_id uuid        NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    issued_at  timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz,
    revoked    boolean     NOT NULL
);
CREATE INDEX refresh_token_by_family ON refresh_token (family);
CREATE INDEX refresh_token_by_account ON refresh_token (account_id);
CREATE INDEX refresh_token_by_expiry ON refresh_token (expires_at);

-- P-256 key pairs; the private half is encrypted under a key that is not in the database.
CREATE TABLE signing_key (
    kid         text        PRIMARY KEY,
    public_key  bytea       NOT NULL,
    private_key bytea       NOT NULL,
    created_at  timestamptz NOT NULL,
    signs_from  timestamptz NOT NULL
);

CREATE TABLE site (
    id                 uuid        PRIMARY KEY,
    organisation_id    uuid        NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    name               text        NOT NULL,
    site_key           text        NOT NULL UNIQUE,
    secret             bytea       NOT NULL,
    allowed_origins    text[]      NOT NULL,
    mask_selectors     text[]      NOT NULL,
    script_seen_at     timestamptz,
    script_seen_origin text,
    version            bigint      NOT NULL,
    created_at         timestamptz NOT NULL
);
CREATE INDEX site_by_organisation ON site (organisation_id);
CREATE INDEX site_by_origin ON site USING gin (allowed_origins);

-- One erasable row per person on a site: a visitor known by a browser's key, or a customer known by the site's subject.
CREATE TABLE visitor (
    id              uuid        PRIMARY KEY,
    organisation_id uuid        NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    site_id         uuid        NOT NULL REFERENCES site (id) ON DELETE CASCADE,
    key_hash        bytea       NOT NULL UNIQUE,
    subject         text,
    name            text        NOT NULL,
    email           text,
    created_at      timestamptz NOT NULL,
    last_seen_at    timestamptz NOT NULL,
    UNIQUE (site_id, subject)
);
CREATE INDEX visitor_by_organisation ON visitor (organisation_id);

CREATE TABLE api_key (
    id              uuid        PRIMARY KEY,
    organisation_id uuid        NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    name            text        NOT NULL,
    scopes          text[]      NOT NULL,
    secret_hash     bytea       NOT NULL,
    created_at      timestamptz NOT NULL,
    last_used_at    timestamptz
);
CREATE INDEX api_key_by_organisation ON api_key (organisation_id);

-- The application role sees one organisation. To lock its row it needs the right to change some column of it.
GRANT SELECT ON plan TO ${app}, ${system};
GRANT SELECT, UPDATE (version) ON organisation TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON account, site, visitor, api_key TO ${app};

-- The system role serves log-in, refresh, look-ups by key, the operator and timers.
GRANT SELECT, INSERT ON installation TO ${system};
GRANT SELECT, INSERT, UPDATE ON organisation, account TO ${system};
GRANT SELECT, INSERT, UPDATE, DELETE ON refresh_token, signing_key TO ${system};
GRANT SELECT ON site TO ${system};
GRANT SELECT, UPDATE (last_used_at) ON api_key TO ${system};

ALTER TABLE organisation ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisation FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON organisation TO ${app}
    USING (id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (id = NULLIF(current_setting('app.organisation', true), '')::uuid);
CREATE POLICY system ON organisation TO ${system} USING (true) WITH CHECK (true);

ALTER TABLE account ENABLE ROW LEVEL SECURITY;
ALTER TABLE account FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON account TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
CREATE POLICY system ON account TO ${system} USING (true) WITH CHECK (true);

ALTER TABLE site ENABLE ROW LEVEL SECURITY;
ALTER TABLE site FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON site TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
CREATE POLICY system ON site TO ${system} USING (true) WITH CHECK (true);

ALTER TABLE visitor ENABLE ROW LEVEL SECURITY;
ALTER TABLE visitor FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON visitor TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);

ALTER TABLE api_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_key FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON api_key TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
CREATE POLICY system ON api_key TO ${system} USING (true) WITH CHECK (true);
