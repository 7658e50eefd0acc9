-- The words of messages, apart from the messages: an index on the table of messages makes storing one dearer, and
-- a few wait while the index catches up. This one is filled a second later, by a statement of its own.
CREATE TABLE message_words (
    conversation_id uuid        NOT NULL REFERENCES conversation (id),
    sequence        bigint      NOT NULL,
    organisation_id uuid        NOT NULL,
    internal        boolean     NOT NULL,
    created_at      timestamptz NOT NULL,
    -- The organisation is a word too, so that one index leads to the words of one organisation.
    words           tsvector    NOT NULL,
    PRIMARY KEY (conversation_id, sequence)
);

CREATE INDEX message_words_index ON message_words USING gin (words);

-- Up to which message each conversation's words are there.
CREATE TABLE words_known (
    conversation_id uuid   PRIMARY KEY REFERENCES conversation (id),
    organisation_id uuid   NOT NULL,
    sequence        bigint NOT NULL
) WITH (fillfactor = 50);

GRANT SELECT, INSERT, DELETE ON message_words TO ${app};
GRANT SELECT, INSERT, UPDATE ON words_known TO ${app};
-- After a crash, what was stored and not taken in yet is looked for in all organisations.
GRANT SELECT (conversation_id, sequence) ON words_known TO ${system};
GRANT SELECT (id, organisation_id, last_sequence) ON conversation TO ${system};

ALTER TABLE message_words ENABLE ROW LEVEL SECURITY;
ALTER TABLE message_words FORCE ROW LEVEL SECURITY;
ALTER TABLE words_known ENABLE ROW LEVEL SECURITY;
ALTER TABLE words_known FORCE ROW LEVEL SECURITY;

CREATE POLICY organisation ON message_words TO ${app}
    USING (organisation_id = (SELECT NULLIF(current_setting('app.organisation', true), '')::uuid))
    WITH CHECK (organisation_id = (SELECT NULLIF(current_setting('app.organisation', true), '')::uuid));
CREATE POLICY organisation ON words_known TO ${app}
    USING (organisation_id = (SELECT NULLIF(current_setting('app.organisation', true), '')::uuid))
    WITH CHECK (organisation_id = (SELECT NULLIF(current_setting('app.organisation', true), '')::uuid));
CREATE POLICY system ON words_known FOR SELECT TO ${system} USING (true);
CREATE POLICY system ON conversation FOR SELECT TO ${system} USING (true);

-- Row-level security keeps text search out of every index, because its operators are not leak-proof. This function is the
-- way around: it runs as the owner of the tables, who may read all rows, and puts the organisation of the transaction in itself.
-- No caller can name another.
CREATE POLICY search ON message_words FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY search ON conversation FOR SELECT TO CURRENT_USER USING (true);

CREATE FUNCTION find_words(
    wanted tsquery, of_staff text, with_notes boolean, before_time timestamptz, before_conversation uuid,
    before_sequence bigint, page integer)
RETURNS TABLE (conversation_id uuid, sequence bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
    SELECT found.conversation_id, found.sequence
    FROM message_words AS found
    WHERE found.words @@ (wanted && quote_literal(NULLIF(current_setting('app.organisation', true), ''))::tsquery)
        AND found.organisation_id = (SELECT NULLIF(current_setting('app.organisation', true), '')::uuid)
        AND (with_notes OR NOT found.internal)
        AND (of_staff IS NULL OR EXISTS (
            SELECT FROM conversation WHERE conversation.id = found.conversation_id AND conversation.staff_id = of_staff))
        AND (before_time IS NULL
            OR (found.created_at, found.conversation_id, found.sequence) < (before_time, before_conversation, before_sequence))
    ORDER BY found.created_at DESC, found.conversation_id DESC, found.sequence DESC
    LIMIT page
$$;

REVOKE ALL ON FUNCTION find_words FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_words TO ${app};
