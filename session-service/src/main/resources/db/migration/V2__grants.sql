-- A customer's consent to one capability, for a time. Closed ones stay, as the record of what was allowed and when.
CREATE TABLE session_grant (
    id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation_id uuid        NOT NULL,
    session_id      uuid        NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    capability      text        NOT NULL CHECK (capability IN ('view', 'control', 'call', 'record', 'files', 'clipboard')),
    given_by        uuid        NOT NULL,
    asked_by        uuid,
    given_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at      timestamptz NOT NULL,
    closed_at       timestamptz,
    outcome         text        CHECK (outcome IN ('renewed', 'revoked', 'expired', 'ended')),
    revoked_by      text        CHECK (revoked_by IN ('customer', 'technician')),
    CONSTRAINT session_grant_expires_later CHECK (expires_at > given_at),
    CONSTRAINT session_grant_closed_later  CHECK (closed_at >= given_at),
    CONSTRAINT session_grant_outcome       CHECK ((closed_at IS NULL) = (outcome IS NULL))
);

CREATE UNIQUE INDEX session_grant_in_force ON session_grant (session_id, capability) WHERE closed_at IS NULL;
CREATE INDEX session_grant_by_session ON session_grant (session_id, given_at);
CREATE INDEX session_grant_due        ON session_grant (expires_at) WHERE closed_at IS NULL;

CREATE FUNCTION session_grant_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NOT EXISTS (SELECT FROM session AS s
                WHERE s.id = NEW.session_id AND s.organisation_id = NEW.organisation_id AND s.state <> 'ended') THEN
            RAISE 'a grant is given in an open session' USING ERRCODE = 'check_violation', CONSTRAINT = 'session_grant_open';
        END IF;
    ELSIF OLD.closed_at IS NOT NULL THEN
        RAISE 'a closed grant stays closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'session_grant_closed';
    ELSIF (NEW.session_id, NEW.organisation_id, NEW.capability, NEW.given_at, NEW.expires_at)
        IS DISTINCT FROM (OLD.session_id, OLD.organisation_id, OLD.capability, OLD.given_at, OLD.expires_at) THEN
        RAISE 'a grant says for ever what was allowed' USING ERRCODE = 'check_violation', CONSTRAINT = 'session_grant_fixed';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER session_grant_guard BEFORE INSERT OR UPDATE ON session_grant
    FOR EACH ROW EXECUTE FUNCTION session_grant_guard();

GRANT SELECT, INSERT, UPDATE ON session_grant TO ${app};
GRANT SELECT, UPDATE ON session_grant TO ${system};
ALTER TABLE session_grant ENABLE ROW LEVEL SECURITY;
ALTER TABLE session_grant FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON session_grant TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
CREATE POLICY system ON session_grant TO ${system} USING (true) WITH CHECK (true);
