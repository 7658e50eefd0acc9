-- What was uploaded. The content is in the object store, under names that say nothing, and encrypted.
CREATE TABLE attachment (
    id              uuid        PRIMARY KEY,
    organisation_id uuid        NOT NULL,
    conversation_id uuid        NOT NULL REFERENCES conversation (id),
    sender_id       text        NOT NULL,
    name            text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
    media_type      text        NOT NULL,
    size            bigint      NOT NULL CHECK (size > 0),
    content_key     text        NOT NULL UNIQUE,
    preview_key     text        UNIQUE,
    preview_type    text,
    -- Whether a message refers to it; one that none refers to is swept after a day.
    sent            boolean     NOT NULL DEFAULT false,
    -- Whether that message is a note for staff alone.
    internal        boolean     NOT NULL DEFAULT false,
    created_at      timestamptz NOT NULL DEFAULT now(),
    CHECK ((preview_key IS NULL) = (preview_type IS NULL))
);

CREATE INDEX attachment_not_sent ON attachment (created_at) WHERE NOT sent;
CREATE INDEX attachment_of_conversation ON attachment (conversation_id, sender_id) WHERE NOT sent;

GRANT SELECT, INSERT, UPDATE, DELETE ON attachment TO ${app};
-- The sweeper works for all organisations. It needs the right to change a column to lock a row.
GRANT SELECT, DELETE, UPDATE (sent) ON attachment TO ${system};

ALTER TABLE attachment ENABLE ROW LEVEL SECURITY;
ALTER TABLE attachment FORCE ROW LEVEL SECURITY;

CREATE POLICY organisation ON attachment TO ${app}
    USING (organisation_id = (SELECT NULLIF(current_setting('app.organisation', true), '')::uuid))
    WITH CHECK (organisation_id = (SELECT NULLIF(current_setting('app.organisation', true), '')::uuid));
CREATE POLICY system ON attachment TO ${system} USING (NOT sent) WITH CHECK (false);
