-- A conversation is the chat of one session and has its id.
CREATE TABLE conversation (
    id              uuid        PRIMARY KEY,
    organisation_id uuid        NOT NULL,
    state           text        NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'ended')),
    -- The sequence of the newest message. The row's lock is what orders messages.
    last_sequence   bigint      NOT NULL DEFAULT 0 CHECK (last_sequence >= 0),
    -- The version of the newest event about this conversation.
    version         bigint      NOT NULL DEFAULT 0,
    -- What is known of the session, and from which version of it; events and answers that are older change nothing.
    session_version bigint      NOT NULL DEFAULT 0,
    customer_id     text,
    staff_id        text,
    created_at      timestamptz NOT NULL DEFAULT now(),
    ended_at        timestamptz,
    CHECK ((state = 'ended') = (ended_at IS NOT NULL))
) WITH (fillfactor = 50);

CREATE TABLE message (
    conversation_id   uuid        NOT NULL REFERENCES conversation (id),
    sequence          bigint      NOT NULL CHECK (sequence > 0),
    organisation_id   uuid        NOT NULL,
    id                uuid        NOT NULL,
    client_message_id text,
    sender_kind       text        NOT NULL,
    sender_id         text        NOT NULL,
    sender_name       text        NOT NULL,
    sender_seat       text        NOT NULL,
    type              text        NOT NULL,
    text              text        NOT NULL CHECK (char_length(text) BETWEEN 1 AND 4000),
    created_at        timestamptz NOT NULL,
    PRIMARY KEY (conversation_id, sequence)
);

-- A message sent again is stored once.
CREATE UNIQUE INDEX message_sent_once ON message (conversation_id, sender_id, client_message_id)
    WHERE client_message_id IS NOT NULL;
CREATE INDEX message_by_time ON message (conversation_id, created_at);

-- Tokens that have opened a socket: each does so once. Kept until they would have expired anyway.
CREATE TABLE used_token (
    id              text        PRIMARY KEY,
    organisation_id uuid        NOT NULL,
    expires_at      timestamptz NOT NULL
);

CREATE INDEX used_token_by_expiry ON used_token (organisation_id, expires_at);

GRANT SELECT, INSERT, UPDATE ON conversation TO ${app};
GRANT SELECT, INSERT ON message TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON used_token TO ${app};

ALTER TABLE conversation ENABLE ROW LEVEL SECURITY;
ALTER TABLE conversation FORCE ROW LEVEL SECURITY;
ALTER TABLE message ENABLE ROW LEVEL SECURITY;
ALTER TABLE message FORCE ROW LEVEL SECURITY;
ALTER TABLE used_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE used_token FORCE ROW LEVEL SECURITY;

CREATE POLICY organisation ON conversation TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
CREATE POLICY organisation ON message TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
CREATE POLICY organisation ON used_token TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
