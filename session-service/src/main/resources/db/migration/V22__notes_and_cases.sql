-- What staff write down about a session for each other. A deleted note stays, with who deleted it and when.
CREATE TABLE session_note (
    id              uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    organisation_id uuid        NOT NULL,
    session_id      uuid        NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    author_id       text        NOT NULL CHECK (length(author_id) BETWEEN 1 AND 200),
    author_name     text        NOT NULL CHECK (length(author_name) BETWEEN 1 AND 200),
    text            text        NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
    written_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    edited_at       timestamptz,
    deleted_at      timestamptz,
    deleted_by      text,
    deleted_by_name text,
    CONSTRAINT session_note_edited_later  CHECK (edited_at >= written_at),
    CONSTRAINT session_note_deleted_by    CHECK ((deleted_at IS NULL) = (deleted_by IS NULL)
                                                 AND (deleted_at IS NULL) = (deleted_by_name IS NULL))
);

CREATE INDEX session_note_by_session ON session_note (session_id, written_at, id) WHERE deleted_at IS NULL;

GRANT SELECT, INSERT, UPDATE ON session_note TO ${app};
ALTER TABLE session_note ENABLE ROW LEVEL SECURITY;
ALTER TABLE session_note FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON session_note TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);

-- A titled group of sessions of one customer. Whose it is may be open until its first session is linked.
CREATE TABLE support_case (
    id              uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    organisation_id uuid        NOT NULL,
    number          bigint      NOT NULL CHECK (number > 0),
    title           text        NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    status          text        NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'closed')),
    customer_id     text        CHECK (length(customer_id) BETWEEN 1 AND 200),
    customer_name   text        CHECK (length(customer_name) BETWEEN 1 AND 200),
    opened_by       text        NOT NULL,
    opened_by_name  text        NOT NULL,
    opened_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    changed_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    closed_at       timestamptz,
    deleted_at      timestamptz,
    deleted_by      text,
    deleted_by_name text,
    deleted_why     text        CHECK (length(deleted_why) BETWEEN 1 AND 300),
    UNIQUE (organisation_id, number),
    CONSTRAINT support_case_customer_named CHECK ((customer_id IS NULL) = (customer_name IS NULL)),
    CONSTRAINT support_case_closed         CHECK ((status = 'closed') = (closed_at IS NOT NULL)),
    CONSTRAINT support_case_deleted_by     CHECK ((deleted_at IS NULL) = (deleted_by IS NULL)
                                                  AND (deleted_at IS NULL) = (deleted_by_name IS NULL)
                                                  AND (deleted_why IS NULL OR deleted_at IS NOT NULL))
);

CREATE INDEX support_case_by_number   ON support_case (organisation_id, number DESC) WHERE deleted_at IS NULL;
CREATE INDEX support_case_by_customer ON support_case (organisation_id, customer_id, number DESC) WHERE deleted_at IS NULL;

CREATE TABLE case_session (
    case_id         uuid        NOT NULL REFERENCES support_case (id) ON DELETE CASCADE,
    session_id      uuid        NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    organisation_id uuid        NOT NULL,
    linked_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (case_id, session_id)
);

CREATE INDEX case_session_by_session ON case_session (session_id);

-- The last case number that an organisation has given out.
CREATE TABLE case_number (
    organisation_id uuid   PRIMARY KEY,
    last            bigint NOT NULL CHECK (last > 0)
);

GRANT SELECT, INSERT, UPDATE ON support_case, case_number TO ${app};
GRANT SELECT, INSERT, DELETE ON case_session TO ${app};
ALTER TABLE support_case ENABLE ROW LEVEL SECURITY;
ALTER TABLE support_case FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON support_case TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
ALTER TABLE case_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_session FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON case_session TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
ALTER TABLE case_number ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_number FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON case_number TO ${app}
    USING (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid)
    WITH CHECK (organisation_id = NULLIF(current_setting('app.organisation', true), '')::uuid);
