-- A session is offered to one member of the staff before it is his or hers, and may return to the queue even after somebody
-- helped. Its place there is the time of the request, which never changes; so there is nothing else to keep of a place.
ALTER TABLE session
    ADD COLUMN team_id          uuid,
    ADD COLUMN skill            text CHECK (length(skill) BETWEEN 1 AND 64),
    ADD COLUMN offered_to       uuid,
    ADD COLUMN offer_expires_at timestamptz,
    -- When the one who has it got it.
    ADD COLUMN assigned_at      timestamptz,
    DROP CONSTRAINT session_connected_when_active,
    ADD CONSTRAINT session_connected_before_it_waits CHECK (state <> 'requested' OR connected_at IS NULL),
    ADD CONSTRAINT session_waits_for_anybody CHECK (state NOT IN ('requested', 'queued', 'offered') OR staff_id IS NULL),
    ADD CONSTRAINT session_offered_to_somebody CHECK ((state = 'offered') = (offered_to IS NOT NULL)
                                                      AND (offered_to IS NULL) = (offer_expires_at IS NULL));

CREATE INDEX session_queue    ON session (organisation_id, requested_at, id) WHERE state = 'queued';
CREATE INDEX session_offered  ON session (organisation_id, offered_to) WHERE state = 'offered';
CREATE INDEX session_held     ON session (organisation_id, staff_id) WHERE state IN ('active', 'interrupted');
CREATE INDEX session_assigned ON session (organisation_id, assigned_at) WHERE assigned_at IS NOT NULL;
CREATE INDEX session_offer_due ON session (offer_expires_at) WHERE state = 'offered';

CREATE OR REPLACE FUNCTION session_guard() RETURNS trigger LANGUAGE plpgsql AS $$
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
            ('active', 'interrupted'), ('active', 'queued'), ('active', 'ended'),
            ('interrupted', 'active'), ('interrupted', 'queued'), ('interrupted', 'ended')) THEN
        RAISE 'a session cannot move from % to %', OLD.state, NEW.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'session_moves';
    END IF;
    IF NEW.version <> OLD.version + 1 AND (NEW.version <> OLD.version OR NEW.state <> OLD.state
            OR NEW.staff_id IS DISTINCT FROM OLD.staff_id OR NEW.offered_to IS DISTINCT FROM OLD.offered_to) THEN
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
