-- The same searches in the conversations of several of the staff, as a team lead looks in those of the team. The functions for one
-- stay for replicas of the release before.
DO $$
DECLARE
    walk   text := pg_get_functiondef('walk_messages'::regproc);
    find   text := pg_get_functiondef('find_messages'::regproc);
    walk_of text := replace(replace(replace(walk, 'walk_messages', 'walk_messages_of'), 'of_staff text', 'of_staff text[]'),
        'c.staff_id = of_staff', 'c.staff_id = ANY (of_staff)');
    find_of text := replace(replace(replace(replace(find, 'walk_messages', 'walk_messages_of'), 'find_messages', 'find_messages_of'),
        'of_staff text', 'of_staff text[]'), 'c.staff_id = of_staff', 'c.staff_id = ANY (of_staff)');
BEGIN
    IF position('ANY (of_staff)' IN walk_of) = 0 OR position('ANY (of_staff)' IN find_of) = 0 THEN
        RAISE 'the searches have no rule about whose conversations they look in';
    END IF;
    EXECUTE walk_of;
    EXECUTE find_of;
END $$;

REVOKE ALL ON FUNCTION walk_messages_of FROM PUBLIC;
REVOKE ALL ON FUNCTION find_messages_of FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_messages_of TO ${app};
