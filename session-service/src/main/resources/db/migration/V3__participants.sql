-- Who may take part: one row for each tab or device of a person, so that a reload comes back as the same participant.
CREATE TABLE admission (
    participant_id  uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    organisation_id uuid        NOT NULL,
    session_id      uuid        NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    caller_kind     text        NOT NULL CHECK (caller_kind IN ('staff', 'customer', 'visitor')),
    caller_id       text        NOT NULL CHECK (length(caller_id) <= 200),
    tab             text        NOT NULL CHECK (length(tab) BETWEEN 1 AND 64),
    seat            text        NOT NULL CHECK (seat IN ('customer', 'technician')),
    admitted_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (session_id, caller_kind, caller_id, tab)
);

-- Who is in the session's room now, as the signaling service tells it.
CREATE TABLE presence (
    session_id      uuid        NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    participant_id  uuid        NOT NULL,
    organisation_id uuid        NOT NULL,
    seat            text        NOT NULL CHECK (seat IN ('customer', 'technician')),
    since           timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (session_id, participant_id)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON admission TO ${app};
GRANT SELECT, DELETE ON admission TO ${system};
ALTER TABLE admission ENABLE ROW LEVEL SECURITY;
ALTER TABLE admission FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON admission TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
CREATE POLICY system ON admission TO ${system} USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON presence TO ${app};
GRANT SELECT, DELETE ON presence TO ${system};
ALTER TABLE presence ENABLE ROW LEVEL SECURITY;
ALTER TABLE presence FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON presence TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
CREATE POLICY system ON presence TO ${system} USING (true) WITH CHECK (true);
