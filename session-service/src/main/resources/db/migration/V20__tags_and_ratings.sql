-- What staff call a session by, for finding it again. The array is what a session shows; the table below is what finds it,
-- because row-level security keeps searches in arrays out of every index.
ALTER TABLE session ADD COLUMN tags text[] NOT NULL DEFAULT '{}'
    CONSTRAINT session_tags_few CHECK (cardinality(tags) <= 20);

CREATE TABLE session_tag (
    organisation_id uuid NOT NULL,
    tag             text NOT NULL CHECK (length(tag) BETWEEN 1 AND 40),
    session_id      uuid NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    PRIMARY KEY (organisation_id, tag, session_id)
);

CREATE INDEX session_tag_by_session ON session_tag (session_id);

GRANT SELECT, INSERT, DELETE ON session_tag TO ${app};
ALTER TABLE session_tag ENABLE ROW LEVEL SECURITY;
ALTER TABLE session_tag FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON session_tag TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);

CREATE FUNCTION session_tags_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM session_tag
        WHERE organisation_id = OLD.organisation_id AND tag = ANY (OLD.tags) AND session_id = OLD.id;
    INSERT INTO session_tag (organisation_id, tag, session_id)
        SELECT NEW.organisation_id, tag, NEW.id FROM unnest(NEW.tags) AS tag;
    RETURN NULL;
END $$;

CREATE TRIGGER session_tags_follow AFTER UPDATE OF tags ON session
    FOR EACH ROW WHEN (OLD.tags IS DISTINCT FROM NEW.tags) EXECUTE FUNCTION session_tags_follow();

-- A customer rates once, whoever writes.
CREATE FUNCTION session_rated_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE 'a session is rated once' USING ERRCODE = 'check_violation', CONSTRAINT = 'session_rated_once';
END $$;

CREATE TRIGGER session_rated_once BEFORE UPDATE OF rating, feedback ON session
    FOR EACH ROW WHEN (OLD.rating IS NOT NULL
        AND (NEW.rating, NEW.feedback) IS DISTINCT FROM (OLD.rating, OLD.feedback))
    EXECUTE FUNCTION session_rated_once();

-- A rating after the end is an event of the session, hence its next version. Of the guard nothing but this one rule changes.
DO $$
DECLARE
    guard   text := pg_get_functiondef('session_guard()'::regprocedure);
    relaxed text := replace(guard,
        '(NEW.version, NEW.ended_at, NEW.end_reason) IS DISTINCT FROM (OLD.version, OLD.ended_at, OLD.end_reason)',
        '((NEW.ended_at, NEW.end_reason) IS DISTINCT FROM (OLD.ended_at, OLD.end_reason)
            OR NEW.version <> OLD.version AND NEW.rating IS NOT DISTINCT FROM OLD.rating)');
BEGIN
    IF relaxed = guard THEN
        RAISE 'the guard of sessions has no rule about the version of an ended one';
    END IF;
    EXECUTE relaxed;
END $$;
