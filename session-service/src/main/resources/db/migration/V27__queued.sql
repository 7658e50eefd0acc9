-- What a claim looks through: with those that are offered at this moment in it too, each claim would pass all of them first.
CREATE INDEX session_queued ON session (organisation_id, requested_at, id) WHERE state = 'queued';
