-- What is known of each member of the staff at work. The row outlives the member, nameless, so that a late event or a token
-- that still is good brings nobody back.
ALTER TABLE staff_member
    ADD COLUMN role          text        CHECK (role IN ('support', 'team_lead', 'supervisor', 'admin', 'super_admin')),
    ADD COLUMN chat_limit    smallint    NOT NULL DEFAULT 5 CHECK (chat_limit BETWEEN 0 AND 100),
    ADD COLUMN call_limit    smallint    NOT NULL DEFAULT 2 CHECK (call_limit BETWEEN 0 AND 100),
    ADD COLUMN skills        text[]      NOT NULL DEFAULT '{}' CHECK (cardinality(skills) <= 50),
    ADD COLUMN availability  text        NOT NULL DEFAULT 'offline' CHECK (availability IN ('online', 'busy', 'break', 'offline')),
    -- Whether the member, or a lead, ever said so; until then the first console that connects says online.
    ADD COLUMN said          boolean     NOT NULL DEFAULT false,
    ADD COLUMN since         timestamptz NOT NULL DEFAULT clock_timestamp(),
    ADD COLUMN connected     boolean     NOT NULL DEFAULT false,
    ADD COLUMN seen_at       timestamptz,
    -- Since when the member is not connected any more; null while connected, and for whom no console was ever heard.
    ADD COLUMN gone_at       timestamptz,
    ADD COLUMN offered_at    timestamptz,
    ADD COLUMN schedule      jsonb,
    ADD COLUMN version       bigint      NOT NULL DEFAULT 0,
    ADD COLUMN removed_at    timestamptz,
    ADD CONSTRAINT staff_member_connected_is_seen CHECK (NOT connected OR (seen_at IS NOT NULL AND gone_at IS NULL)),
    ADD CONSTRAINT staff_member_removed_is_gone   CHECK (removed_at IS NULL OR NOT connected);

CREATE INDEX staff_member_by_organisation ON staff_member (organisation_id) WHERE removed_at IS NULL;
CREATE INDEX staff_member_connected       ON staff_member (seen_at) WHERE connected;
CREATE INDEX staff_member_gone            ON staff_member (gone_at) WHERE gone_at IS NOT NULL;

GRANT SELECT, UPDATE ON staff_member TO ${system};
CREATE POLICY system ON staff_member TO ${system} USING (true) WITH CHECK (true);

CREATE TABLE team (
    id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    organisation_id uuid NOT NULL,
    name            text NOT NULL CHECK (length(name) BETWEEN 1 AND 200)
);

CREATE UNIQUE INDEX team_by_name ON team (organisation_id, lower(name));

CREATE TABLE team_member (
    team_id         uuid NOT NULL REFERENCES team (id) ON DELETE CASCADE,
    staff_id        uuid NOT NULL REFERENCES staff_member (id) ON DELETE CASCADE,
    organisation_id uuid NOT NULL,
    PRIMARY KEY (staff_id, team_id)
);

CREATE INDEX team_member_by_team ON team_member (team_id);

-- How an organisation's desk works; without a row the defaults of the columns hold.
CREATE TABLE desk (
    organisation_id   uuid     PRIMARY KEY,
    auto_assign       boolean  NOT NULL DEFAULT true,
    offer_seconds     smallint NOT NULL DEFAULT 20 CHECK (offer_seconds BETWEEN 5 AND 300),
    idle_warn_minutes smallint NOT NULL DEFAULT 25 CHECK (idle_warn_minutes BETWEEN 1 AND 1440),
    idle_end_minutes  smallint NOT NULL DEFAULT 30 CHECK (idle_end_minutes BETWEEN 2 AND 1440),
    hours             jsonb,
    CONSTRAINT desk_warns_before_it_ends CHECK (idle_warn_minutes < idle_end_minutes)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON team, team_member, desk TO ${app};
GRANT SELECT ON desk TO ${system};
ALTER TABLE team ENABLE ROW LEVEL SECURITY;
ALTER TABLE team FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON team TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
ALTER TABLE team_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE team_member FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON team_member TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
ALTER TABLE desk ENABLE ROW LEVEL SECURITY;
ALTER TABLE desk FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON desk TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
CREATE POLICY system ON desk TO ${system} USING (true);
