-- One row is one session. What may become of it is decided in lifecycle/Transition; this table refuses the rest, whoever writes.
CREATE TABLE session (
    id               uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    organisation_id  uuid        NOT NULL,
    number           bigint      NOT NULL CHECK (number > 0),
    state            text        NOT NULL DEFAULT 'requested'
                                 CHECK (state IN ('requested', 'queued', 'offered', 'active', 'interrupted', 'ended')),
    version          bigint      NOT NULL DEFAULT 1 CHECK (version > 0),
    channels         text[]      NOT NULL CHECK (channels <@ ARRAY['chat', 'cobrowse', 'call', 'remote'] AND channels <> '{}'),

    -- Who is helped: copies, so that a session tells what was true when it took place.
    customer_kind    text        NOT NULL CHECK (customer_kind IN ('customer', 'visitor')),
    customer_id      text        NOT NULL CHECK (length(customer_id) BETWEEN 1 AND 200),
    customer_name    text        NOT NULL CHECK (length(customer_name) BETWEEN 1 AND 200),
    customer_email   text        CHECK (length(customer_email) <= 320),
    customer_claimed boolean     NOT NULL,
    claimed_id       text        CHECK (length(claimed_id) <= 200),
    machine_name     text        CHECK (length(machine_name) BETWEEN 1 AND 200),
    machine_os       text        CHECK (length(machine_os) BETWEEN 1 AND 200),
    displays         text[]      CHECK (cardinality(displays) <= 16),
    location         text        CHECK (length(location) BETWEEN 1 AND 200),
    site_id          uuid,
    site_name        text        CHECK (length(site_name) <= 200),
    subject          text        CHECK (length(subject) BETWEEN 1 AND 200),
    page_url         text        CHECK (length(page_url) <= 4096),
    page_title       text        CHECK (length(page_title) <= 512),

    staff_id         uuid,
    staff_name       text        CHECK (length(staff_name) BETWEEN 1 AND 200),

    requested_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    connected_at     timestamptz,
    ended_at         timestamptz,
    end_reason       text        CHECK (length(end_reason) BETWEEN 1 AND 64),
    rating           smallint    CHECK (rating BETWEEN 1 AND 5),
    feedback         text        CHECK (length(feedback) <= 2000),
    last_active_at   timestamptz NOT NULL DEFAULT clock_timestamp(),

    -- Since when no tab or device of the customer's is connected; null while one is.
    absent_since     timestamptz DEFAULT clock_timestamp(),
    customer_seen    boolean     NOT NULL DEFAULT false,

    -- What a search looks through; cut, because an index entry has a bound.
    search           text        NOT NULL GENERATED ALWAYS AS (left(lower(
                         '#' || number || ' ' || customer_name || ' ' || coalesce(customer_email, '') || ' '
                         || coalesce(machine_name, '') || ' ' || coalesce(subject, '') || ' ' || coalesce(staff_name, '') || ' '
                         || coalesce(site_name, '') || ' ' || coalesce(location, '')), 600)) STORED,

    UNIQUE (organisation_id, number),
    CONSTRAINT session_connected_with_staff CHECK (state NOT IN ('active', 'interrupted')
                                                   OR (connected_at IS NOT NULL AND staff_id IS NOT NULL)),
    CONSTRAINT session_connected_when_active CHECK (state NOT IN ('requested', 'queued', 'offered') OR connected_at IS NULL),
    CONSTRAINT session_staff_named           CHECK ((staff_id IS NULL) = (staff_name IS NULL)),
    CONSTRAINT session_ended_is_ended        CHECK ((state = 'ended') = (ended_at IS NOT NULL)
                                                    AND (state = 'ended') = (end_reason IS NOT NULL)),
    CONSTRAINT session_time_runs_forward     CHECK (connected_at >= requested_at
                                                    AND ended_at >= coalesce(connected_at, requested_at)
                                                    AND last_active_at >= requested_at)
);

-- Row-level security keeps text search out of every index, because its operators are not leak-proof. So a search reads this
-- index from the newest on, without the table: 100,000 sessions in about 50 ms, less when there are hits.
CREATE INDEX session_by_time     ON session (organisation_id, requested_at DESC, id DESC) INCLUDE (state, search);
CREATE INDEX session_by_state    ON session (organisation_id, state, requested_at DESC, id DESC);
CREATE INDEX session_by_customer ON session (organisation_id, customer_id, requested_at DESC, id DESC);
-- A customer has one open session: the second of two simultaneous starts finds the first. A visitor who is identified keeps
-- the id, so the kind is no part of it.
CREATE UNIQUE INDEX session_open_of_customer ON session (organisation_id, customer_id) WHERE state <> 'ended';
CREATE INDEX session_deserted    ON session (absent_since)
    WHERE absent_since IS NOT NULL AND state IN ('requested', 'queued', 'offered', 'interrupted');

CREATE FUNCTION session_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.state <> 'requested' OR NEW.version <> 1 THEN
            RAISE 'a session begins as requested, in version 1' USING ERRCODE = 'check_violation', CONSTRAINT = 'session_begins';
        END IF;
        RETURN NEW;
    END IF;
    IF (NEW.id, NEW.organisation_id, NEW.number, NEW.requested_at)
        IS DISTINCT FROM (OLD.id, OLD.organisation_id, OLD.number, OLD.requested_at) THEN
        RAISE 'a session keeps its identity' USING ERRCODE = 'check_violation', CONSTRAINT = 'session_identity';
    END IF;
    IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (
            ('requested', 'queued'), ('requested', 'active'), ('requested', 'ended'),
            ('queued', 'offered'), ('queued', 'active'), ('queued', 'ended'),
            ('offered', 'queued'), ('offered', 'active'), ('offered', 'ended'),
            ('active', 'interrupted'), ('active', 'ended'),
            ('interrupted', 'active'), ('interrupted', 'ended')) THEN
        RAISE 'a session cannot move from % to %', OLD.state, NEW.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'session_moves';
    END IF;
    IF NEW.version <> OLD.version + 1 AND (NEW.version <> OLD.version OR NEW.state <> OLD.state) THEN
        RAISE 'every move is the next version' USING ERRCODE = 'check_violation', CONSTRAINT = 'session_versions';
    END IF;
    IF OLD.connected_at IS DISTINCT FROM NEW.connected_at AND (OLD.connected_at IS NOT NULL OR NEW.state <> 'active') THEN
        RAISE 'a session connects once' USING ERRCODE = 'check_violation', CONSTRAINT = 'session_connects_once';
    END IF;
    IF OLD.state = 'ended'
        AND (NEW.version, NEW.ended_at, NEW.end_reason) IS DISTINCT FROM (OLD.version, OLD.ended_at, OLD.end_reason) THEN
        RAISE 'a session ends once' USING ERRCODE = 'check_violation', CONSTRAINT = 'session_ends_once';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER session_guard BEFORE INSERT OR UPDATE ON session FOR EACH ROW EXECUTE FUNCTION session_guard();

-- The last session number that an organisation has given out.
CREATE TABLE session_number (
    organisation_id uuid   PRIMARY KEY,
    last            bigint NOT NULL CHECK (last > 0)
);

GRANT SELECT, INSERT, UPDATE ON session TO ${app};
GRANT SELECT, UPDATE ON session TO ${system};
ALTER TABLE session ENABLE ROW LEVEL SECURITY;
ALTER TABLE session FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON session TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
CREATE POLICY system ON session TO ${system} USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE ON session_number TO ${app};
ALTER TABLE session_number ENABLE ROW LEVEL SECURITY;
ALTER TABLE session_number FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON session_number TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
