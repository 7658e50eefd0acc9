-- What an organisation is told by mail; without a row nothing.
CREATE TABLE mail_settings (
    organisation_id uuid    PRIMARY KEY,
    alert_to        text[]  NOT NULL CHECK (cardinality(alert_to) <= 10),
    missed_chats    boolean NOT NULL,
    language        text    NOT NULL CHECK (language IN ('en', 'de'))
);

-- Mail waits here, written in the transaction of what it tells of, until a server has taken it. Of a mail that was sent only
-- its key stays, so that it is not sent again.
CREATE TABLE mail (
    id              uuid        PRIMARY KEY,
    key             text        NOT NULL,
    organisation_id uuid        NOT NULL,
    conversation_id uuid        NOT NULL,
    state           text        NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'given_up')),
    recipients      text[]      NOT NULL,
    subject         text        NOT NULL,
    text            text        NOT NULL,
    html            text        NOT NULL,
    attempts        integer     NOT NULL DEFAULT 0,
    due_at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (organisation_id, key)
);

CREATE INDEX mail_due ON mail (due_at) WHERE state = 'waiting';
CREATE INDEX mail_by_conversation ON mail (conversation_id, created_at);

GRANT SELECT, INSERT, UPDATE ON mail_settings TO ${app};
GRANT SELECT, INSERT ON mail TO ${app};
GRANT SELECT, UPDATE, DELETE ON mail TO ${system};

ALTER TABLE mail_settings ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail_settings FORCE ROW LEVEL SECURITY;
ALTER TABLE mail ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail FORCE ROW LEVEL SECURITY;

CREATE POLICY organisation ON mail_settings TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
CREATE POLICY organisation ON mail TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
CREATE POLICY system ON mail TO ${system} USING (true) WITH CHECK (true);
