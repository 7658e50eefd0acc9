-- A note is a message that staff alone see; masked says that something in the text was made unreadable before it came here.
-- What a message says of its file is kept with it, as it never changes: reading a conversation needs no join.
ALTER TABLE message
    ADD COLUMN internal   boolean NOT NULL DEFAULT false,
    ADD COLUMN masked     boolean NOT NULL DEFAULT false,
    ADD COLUMN attachment jsonb;

-- Whether a technician had the conversation and nobody has it since. While it is false, no staff_id means that none is known.
ALTER TABLE conversation ADD COLUMN handed_over boolean NOT NULL DEFAULT false;

-- What the unread counts of a member of the staff look through.
CREATE INDEX conversation_open_of_staff ON conversation (organisation_id, staff_id) WHERE state = 'open';

-- How far each side of a conversation has come. Written at most once a second, so it may be behind what the sockets know.
CREATE TABLE progress (
    conversation_id uuid   NOT NULL REFERENCES conversation (id),
    seat            text   NOT NULL CHECK (seat IN ('customer', 'technician')),
    organisation_id uuid   NOT NULL,
    delivered       bigint NOT NULL CHECK (delivered >= 0),
    read            bigint NOT NULL CHECK (read BETWEEN 0 AND delivered),
    PRIMARY KEY (conversation_id, seat)
) WITH (fillfactor = 50);

GRANT SELECT, INSERT, UPDATE ON progress TO ${app};

ALTER TABLE progress ENABLE ROW LEVEL SECURITY;
ALTER TABLE progress FORCE ROW LEVEL SECURITY;

CREATE POLICY organisation ON progress TO ${app}
    USING (organisation_id = (SELECT NULLIF(current_setting('app.organisation', true), '')::uuid))
    WITH CHECK (organisation_id = (SELECT NULLIF(current_setting('app.organisation', true), '')::uuid));
