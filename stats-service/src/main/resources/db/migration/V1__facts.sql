-- One row is one event that figures are counted from. An event is itself once: its topic, key and version name it, so that
-- reading a topic again from its beginning changes nothing.
CREATE TABLE fact (
    topic            text        NOT NULL,
    key              text        NOT NULL,
    version          bigint      NOT NULL CHECK (version > 0),
    organisation_id  uuid        NOT NULL,
    type             text        NOT NULL
                                 CHECK (type IN ('SessionRequested', 'SessionAssigned', 'SessionEnded', 'MessagePosted')),
    at               timestamptz NOT NULL,
    duration_seconds bigint      CHECK (duration_seconds >= 0),
    PRIMARY KEY (topic, key, version),
    CONSTRAINT fact_duration_of_ended CHECK ((type = 'SessionEnded') = (duration_seconds IS NOT NULL))
);

-- Figures read this index alone.
CREATE INDEX fact_by_time ON fact (organisation_id, at) INCLUDE (type, duration_seconds);

-- Facts are neither changed nor taken back.
GRANT SELECT, INSERT ON fact TO ${app};
ALTER TABLE fact ENABLE ROW LEVEL SECURITY;
ALTER TABLE fact FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
