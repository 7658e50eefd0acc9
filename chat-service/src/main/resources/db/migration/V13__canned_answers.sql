-- Answers that staff write once and use often. Found by a short code, which is unique in its team, or in the organisation for
-- those that are everybody's.
CREATE TABLE canned_answer (
    id              uuid        PRIMARY KEY,
    organisation_id uuid        NOT NULL,
    team_id         uuid,
    code            text        NOT NULL CHECK (code ~ '^[a-z0-9][a-z0-9_-]{0,31}$'),
    text            text        NOT NULL CHECK (char_length(text) BETWEEN 1 AND 2000),
    created_at      timestamptz NOT NULL DEFAULT now(),
    changed_at      timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT canned_answer_code UNIQUE NULLS NOT DISTINCT (organisation_id, team_id, code)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON canned_answer TO ${app};

ALTER TABLE canned_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE canned_answer FORCE ROW LEVEL SECURITY;

CREATE POLICY organisation ON canned_answer TO ${app}
    USING (organisation_id = (SELECT NULLIF(current_setting('app.organisation', true), '')::uuid))
    WITH CHECK (organisation_id = (SELECT NULLIF(current_setting('app.organisation', true), '')::uuid));
