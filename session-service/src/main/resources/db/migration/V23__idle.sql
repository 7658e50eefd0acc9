-- When everybody in a session was last warned that nothing happens in it, and when it ends unless something does. Whatever
-- happens after the warning makes it void, so nobody has to take it back.
ALTER TABLE session
    ADD COLUMN idle_warned_at timestamptz,
    ADD COLUMN idle_ends_at   timestamptz,
    ADD CONSTRAINT session_idle_warned CHECK ((idle_warned_at IS NULL) = (idle_ends_at IS NULL)
                                              AND idle_ends_at >= idle_warned_at);

CREATE INDEX session_idle ON session (idle_ends_at)
    WHERE idle_ends_at IS NOT NULL AND state IN ('active', 'interrupted');

-- Long enough before the end for whoever only went for a coffee.
ALTER TABLE desk ALTER COLUMN idle_warn_minutes SET DEFAULT 20;
