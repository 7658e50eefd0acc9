-- Organisations that are older than the limits of plans were never told with them: each is told once more. Versions say the
-- order, so one bucket does for all. Row-level security binds the owner, too, but for the moment of the update.
ALTER TABLE organisation NO FORCE ROW LEVEL SECURITY;

WITH told AS (
    UPDATE organisation SET version = organisation.version + 1 FROM plan WHERE plan.name = organisation.plan
    RETURNING id, version, organisation.plan, suspended, max_concurrent_sessions)
INSERT INTO outbox (bucket, topic, event_key, event_version, type, organisation_id, payload)
SELECT 0, 'identity.events.v1', id::text, version, 'OrganisationChanged', id, jsonb_build_object(
    'type', 'OrganisationChanged',
    'organisation', id,
    'version', version,
    'at', to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'plan', plan,
    'suspended', suspended,
    'maxConcurrentSessions', max_concurrent_sessions)::text
FROM told;

ALTER TABLE organisation FORCE ROW LEVEL SECURITY;
