-- Names are sorted as people sort them, "Żaneta" after "Yves" and not after all of the plain alphabet.
DROP INDEX session_by_time, session_by_staff, session_by_staff_desc, session_by_name;
ALTER TABLE session DROP COLUMN staff_key, DROP COLUMN customer_key;
ALTER TABLE session
    ADD COLUMN staff_key    text COLLATE "und-x-icu" NOT NULL
                            GENERATED ALWAYS AS (left(lower(coalesce(staff_name, '')), 80)) STORED,
    ADD COLUMN customer_key text COLLATE "und-x-icu" NOT NULL GENERATED ALWAYS AS (left(lower(customer_name), 80)) STORED;

CREATE INDEX session_by_time       ON session (organisation_id, requested_at DESC, id DESC)
    INCLUDE (state, search, staff_key, customer_key);
CREATE INDEX session_by_staff      ON session (organisation_id, staff_key, requested_at DESC, id DESC);
CREATE INDEX session_by_staff_desc ON session (organisation_id, staff_key DESC, requested_at DESC, id DESC);
CREATE INDEX session_by_name       ON session (organisation_id, customer_key, requested_at DESC, id DESC);
