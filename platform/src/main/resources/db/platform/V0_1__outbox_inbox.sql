-- Events wait here, written in the transaction of the change they tell of, until the relay has published them.
CREATE TABLE outbox (
    id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id        uuid        NOT NULL DEFAULT gen_random_uuid(),
    bucket          smallint    NOT NULL,
    topic           text        NOT NULL,
    event_key       text        NOT NULL,
    event_version   bigint      NOT NULL,
    type            text        NOT NULL,
    organisation_id uuid        NOT NULL,
    payload         text        NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp()
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

CREATE INDEX outbox_by_bucket ON outbox (bucket, id);

-- The newest version of each key that a consumer has applied: what is not newer is a repetition.
CREATE TABLE inbox (
    consumer  text   NOT NULL,
    topic     text   NOT NULL,
    event_key text   NOT NULL,
    version   bigint NOT NULL,
    PRIMARY KEY (consumer, topic, event_key)
) WITH (fillfactor = 80);

-- Events that cannot be applied, and those of the same key behind them, in order, for a person to look at.
CREATE TABLE parked_event (
    id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer        text        NOT NULL,
    topic           text        NOT NULL,
    event_key       text        NOT NULL,
    version         bigint      NOT NULL,
    payload         text        NOT NULL,
    reason          text        NOT NULL,
    parked_at       timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE INDEX parked_event_by_key ON parked_event (consumer, topic, event_key, id);

GRANT SELECT, INSERT, DELETE ON outbox TO ${app};
GRANT INSERT ON outbox TO ${system};
GRANT SELECT, INSERT, UPDATE ON inbox TO ${app};
GRANT SELECT, INSERT ON parked_event TO ${app};
