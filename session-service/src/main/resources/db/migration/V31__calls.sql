-- One row is one call, within a session. What may become of it is decided in call/CallTransition; this table refuses the rest,
-- whoever writes. Its place in the queue is its session's.
CREATE TABLE call (
    id                uuid             PRIMARY KEY DEFAULT gen_random_uuid(),
    organisation_id   uuid             NOT NULL,
    session_id        uuid             NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    state             text             NOT NULL DEFAULT 'queued'
                                       CHECK (state IN ('queued', 'ringing', 'active', 'completed', 'missed', 'declined')),
    version           bigint           NOT NULL DEFAULT 1 CHECK (version > 0),
    asked_by          text             NOT NULL CHECK (asked_by IN ('customer', 'technician')),
    -- Whether its session is there for the call, and ends with it.
    ends_session      boolean          NOT NULL,

    -- At whom it rings, or who speaks; who waits is nobody's.
    staff_id          uuid,
    rings_at          text             CHECK (rings_at IN ('customer', 'technician')),
    rings_since       timestamptz,
    ring_expires_at   timestamptz,

    requested_at      timestamptz      NOT NULL DEFAULT clock_timestamp(),
    answered_at       timestamptz,
    ended_at          timestamptz,
    end_reason        text             CHECK (length(end_reason) BETWEEN 1 AND 64),
    changed_at        timestamptz      NOT NULL DEFAULT clock_timestamp(),

    -- When each side was last heard of. A call of which one side says nothing for long is over.
    customer_heard_at timestamptz,
    staff_heard_at    timestamptz,

    -- What both sides measured, added up; and what each measured last.
    reports           integer          NOT NULL DEFAULT 0 CHECK (reports >= 0),
    score_sum         double precision NOT NULL DEFAULT 0,
    worst_score       double precision CHECK (worst_score BETWEEN 1 AND 5),
    loss_sum          double precision NOT NULL DEFAULT 0,
    jitter_sum        double precision NOT NULL DEFAULT 0,
    round_trip_sum    double precision NOT NULL DEFAULT 0,
    customer_score    double precision CHECK (customer_score BETWEEN 1 AND 5),
    staff_score       double precision CHECK (staff_score BETWEEN 1 AND 5),

    -- What a client said when it ended: evidence, and no more.
    said_seconds      integer          CHECK (said_seconds >= 0),
    said_score        double precision CHECK (said_score BETWEEN 1 AND 5),

    CONSTRAINT call_waits_for_anybody   CHECK (state <> 'queued' OR staff_id IS NULL),
    CONSTRAINT call_with_somebody       CHECK (state NOT IN ('ringing', 'active', 'completed', 'declined') OR staff_id IS NOT NULL),
    CONSTRAINT call_rings_while_ringing CHECK ((state = 'ringing') = (rings_at IS NOT NULL)
                                               AND (state = 'ringing') = (rings_since IS NOT NULL)
                                               AND (state = 'ringing') = (ring_expires_at IS NOT NULL)),
    CONSTRAINT call_answered            CHECK (state NOT IN ('active', 'completed') OR answered_at IS NOT NULL),
    CONSTRAINT call_heard_while_active  CHECK (state <> 'active' OR (customer_heard_at IS NOT NULL AND staff_heard_at IS NOT NULL)),
    CONSTRAINT call_ended_is_ended      CHECK ((state IN ('completed', 'missed', 'declined')) = (ended_at IS NOT NULL)
                                               AND (ended_at IS NULL) = (end_reason IS NULL)),
    CONSTRAINT call_time_runs_forward   CHECK (answered_at >= requested_at AND ended_at >= coalesce(answered_at, requested_at))
);

CREATE UNIQUE INDEX call_open_of_session ON call (session_id) WHERE state IN ('queued', 'ringing', 'active');
CREATE INDEX call_by_session ON call (session_id, requested_at);
CREATE INDEX call_active_of  ON call (organisation_id, staff_id) WHERE state = 'active';
CREATE INDEX call_ring_due   ON call (ring_expires_at) WHERE state = 'ringing';
CREATE INDEX call_silent    ON call (least(customer_heard_at, staff_heard_at)) WHERE state = 'active';
CREATE INDEX call_by_time   ON call (organisation_id, requested_at DESC, id DESC);

CREATE FUNCTION call_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.state <> 'queued' OR NEW.version <> 1 THEN
            RAISE 'a call begins as queued, in version 1' USING ERRCODE = 'check_violation', CONSTRAINT = 'call_begins';
        END IF;
        RETURN NEW;
    END IF;
    IF (NEW.id, NEW.organisation_id, NEW.session_id, NEW.asked_by, NEW.ends_session, NEW.requested_at)
        IS DISTINCT FROM (OLD.id, OLD.organisation_id, OLD.session_id, OLD.asked_by, OLD.ends_session, OLD.requested_at) THEN
        RAISE 'a call keeps its identity' USING ERRCODE = 'check_violation', CONSTRAINT = 'call_identity';
    END IF;
    IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (
            ('queued', 'ringing'), ('queued', 'missed'),
            ('ringing', 'queued'), ('ringing', 'active'), ('ringing', 'missed'), ('ringing', 'declined'),
            ('active', 'queued'), ('active', 'completed')) THEN
        RAISE 'a call cannot move from % to %', OLD.state, NEW.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'call_moves';
    END IF;
    IF NEW.version <> OLD.version + 1
        AND (NEW.version, NEW.state, NEW.staff_id) IS DISTINCT FROM (OLD.version, OLD.state, OLD.staff_id) THEN
        RAISE 'every move is the next version' USING ERRCODE = 'check_violation', CONSTRAINT = 'call_versions';
    END IF;
    IF OLD.answered_at IS DISTINCT FROM NEW.answered_at AND (OLD.answered_at IS NOT NULL OR NEW.state <> 'active') THEN
        RAISE 'a call is first answered once' USING ERRCODE = 'check_violation', CONSTRAINT = 'call_answered_once';
    END IF;
    IF OLD.ended_at IS NOT NULL
        AND (NEW.version, NEW.ended_at, NEW.end_reason) IS DISTINCT FROM (OLD.version, OLD.ended_at, OLD.end_reason) THEN
        RAISE 'a call ends once' USING ERRCODE = 'check_violation', CONSTRAINT = 'call_ends_once';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER call_guard BEFORE INSERT OR UPDATE ON call FOR EACH ROW EXECUTE FUNCTION call_guard();

-- At whom a call rang in vain.
CREATE TABLE call_ring (
    call_id         uuid        NOT NULL REFERENCES call (id) ON DELETE CASCADE,
    staff_id        uuid        NOT NULL,
    organisation_id uuid        NOT NULL,
    rang_at         timestamptz NOT NULL,
    PRIMARY KEY (call_id, staff_id, rang_at)
);

CREATE INDEX call_ring_by_staff ON call_ring (organisation_id, staff_id, rang_at);

-- Where and about what somebody who did not want to wait is to be called back.
CREATE TABLE call_back (
    call_id         uuid        PRIMARY KEY REFERENCES call (id) ON DELETE CASCADE,
    organisation_id uuid        NOT NULL,
    contact         text        CHECK (length(contact) BETWEEN 1 AND 320),
    note            text        CHECK (length(note) BETWEEN 1 AND 2000),
    requested_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    done_at         timestamptz,
    done_by         text        CHECK (length(done_by) BETWEEN 1 AND 200),
    CONSTRAINT call_back_done_by CHECK ((done_at IS NULL) = (done_by IS NULL))
);

CREATE INDEX call_back_open ON call_back (organisation_id, requested_at) WHERE done_at IS NULL;

GRANT SELECT, INSERT, UPDATE ON call, call_back TO ${app};
GRANT SELECT, INSERT ON call_ring TO ${app};
GRANT SELECT, INSERT, UPDATE ON call TO ${system};
GRANT SELECT, INSERT ON call_ring TO ${system};
ALTER TABLE call ENABLE ROW LEVEL SECURITY;
ALTER TABLE call FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON call TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
CREATE POLICY system ON call TO ${system} USING (true) WITH CHECK (true);
ALTER TABLE call_ring ENABLE ROW LEVEL SECURITY;
ALTER TABLE call_ring FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON call_ring TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
CREATE POLICY system ON call_ring TO ${system} USING (true) WITH CHECK (true);
ALTER TABLE call_back ENABLE ROW LEVEL SECURITY;
ALTER TABLE call_back FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON call_back TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
