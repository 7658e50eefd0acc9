-- What stands in very many messages is found by going back through the newest ones instead of sorting all that hold it.
CREATE INDEX message_words_newest ON message_words (organisation_id, created_at, conversation_id, sequence);

-- Goes back through the messages of an organisation, 20,000 at the most, until a page is full; where it ends before that, its last
-- row is no hit and says where to go on. Its way is forced: no estimate of the planner's may lead to sorting everything.
CREATE FUNCTION walk_messages(
    wanted tsquery, organisation uuid, of_staff text[], with_notes boolean, before_time timestamptz, before_conversation uuid,
    before_sequence bigint, page integer)
RETURNS TABLE (conversation_id uuid, sequence bigint, created_at timestamptz, hit boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT
SET enable_seqscan TO off SET enable_bitmapscan TO off SET enable_sort TO off SET enable_incremental_sort TO off AS $$
DECLARE
    walked_at_most CONSTANT integer := 20000;
    walked integer := 0;
    hits integer := 0;
    one record;
BEGIN
    FOR one IN
        SELECT w.conversation_id, w.sequence, w.created_at, w.internal, w.words
        FROM message_words AS w
        WHERE w.organisation_id = organisation
            AND (w.created_at, w.conversation_id, w.sequence) < (before_time, before_conversation, before_sequence)
        ORDER BY w.organisation_id DESC, w.created_at DESC, w.conversation_id DESC, w.sequence DESC
        LIMIT walked_at_most
    LOOP
        walked := walked + 1;
        conversation_id := one.conversation_id;
        sequence := one.sequence;
        created_at := one.created_at;
        IF one.words @@ wanted AND (with_notes OR NOT one.internal)
            AND (of_staff IS NULL OR EXISTS (
                SELECT FROM conversation AS c WHERE c.id = one.conversation_id AND c.staff_id = ANY (of_staff)))
        THEN
            hit := true;
            hits := hits + 1;
            RETURN NEXT;
            EXIT WHEN hits = page;
        END IF;
    END LOOP;
    IF hits < page AND walked = walked_at_most THEN
        hit := false;
        RETURN NEXT;
    END IF;
END
$$;

-- The newest messages that hold the words. Up to 2,000 that the words' index names are sorted; of words that more hold, messages
-- are walked through. As find_words, it runs as the owner of the tables and puts the organisation of the transaction in itself.
CREATE FUNCTION find_messages(
    wanted tsquery, of_staff text[], with_notes boolean, before_time timestamptz, before_conversation uuid,
    before_sequence bigint, page integer)
RETURNS TABLE (conversation_id uuid, sequence bigint, created_at timestamptz, hit boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT SET enable_seqscan TO off AS $$
DECLARE
    sorted_at_most CONSTANT integer := 2000;
    organisation CONSTANT uuid := NULLIF(current_setting('app.organisation', true), '')::uuid;
    theirs CONSTANT tsquery := wanted && quote_literal(organisation)::tsquery;
    named integer;
BEGIN
    before_time := coalesce(before_time, 'infinity');
    before_conversation := coalesce(before_conversation, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
    before_sequence := coalesce(before_sequence, 9223372036854775807);

    SELECT count(*) INTO named
    FROM (SELECT FROM message_words AS w WHERE w.words @@ theirs LIMIT sorted_at_most + 1) AS hits_of_all;
    IF named > sorted_at_most THEN
        RETURN QUERY SELECT * FROM walk_messages(
            theirs, organisation, of_staff, with_notes, before_time, before_conversation, before_sequence, page);
        RETURN;
    END IF;
    RETURN QUERY
        WITH named AS MATERIALIZED (
            SELECT w.conversation_id, w.sequence, w.created_at, w.internal, w.organisation_id
            FROM message_words AS w WHERE w.words @@ theirs)
        SELECT n.conversation_id, n.sequence, n.created_at, true
        FROM named AS n
        WHERE n.organisation_id = organisation AND (with_notes OR NOT n.internal)
            AND (of_staff IS NULL OR EXISTS (
                SELECT FROM conversation AS c WHERE c.id = n.conversation_id AND c.staff_id = ANY (of_staff)))
            AND (n.created_at, n.conversation_id, n.sequence) < (before_time, before_conversation, before_sequence)
        ORDER BY n.created_at DESC, n.conversation_id DESC, n.sequence DESC
        LIMIT page;
END
$$;

REVOKE ALL ON FUNCTION walk_messages FROM PUBLIC;
REVOKE ALL ON FUNCTION find_messages FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_messages TO ${app};
