-- One row for each event, for good: Kafka forgets, and every figure can be counted anew from here.
CREATE TABLE fact (
    topic            text        NOT NULL,
    key              text        NOT NULL,
    version          bigint      NOT NULL CHECK (version > 0),
    organisation_id  uuid        NOT NULL,
    type             text        NOT NULL,
    at               timestamptz NOT NULL,
    duration_seconds bigint      CHECK (duration_seconds >= 0),
    -- An event that comes again, or late, is the same row.
    PRIMARY KEY (topic, key, version),
    CONSTRAINT fact_duration_of_ended CHECK ((type = 'SessionEnded') = (duration_seconds IS NOT NULL))
);

-- Holds all that the figures need, so that counting a month does not touch the table itself.
CREATE INDEX fact_by_time ON fact (organisation_id, at) INCLUDE (type, duration_seconds);

-- Facts are neither changed nor taken back.
GRANT SELECT, INSERT ON fact TO ${app};
-- A batch of events belongs to many organisations; ON CONFLICT reads what is there.
GRANT SELECT, INSERT ON fact TO ${system};

ALTER TABLE fact ENABLE ROW LEVEL SECURITY;
ALTER TABLE fact FORCE ROW LEVEL SECURITY;

CREATE POLICY organisation ON fact TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
CREATE POLICY system ON fact TO ${system} USING (true) WITH CHECK (true);
