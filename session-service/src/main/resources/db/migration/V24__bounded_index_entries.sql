-- An index entry has at most 2,704 bytes, and a letter up to four: with the longest names of the widest letters the index of
-- the search must still take a session. So names are sorted by their first 80 letters, and 480 are searched.
DROP INDEX session_by_time, session_by_staff, session_by_staff_desc, session_by_name;
ALTER TABLE session DROP COLUMN search, DROP COLUMN staff_key, DROP COLUMN customer_key;
ALTER TABLE session
    ADD COLUMN search       text NOT NULL GENERATED ALWAYS AS (left(lower(
                         '#' || number || ' ' || customer_name || ' ' || coalesce(customer_email, '') || ' '
                         || coalesce(machine_name, '') || ' ' || coalesce(subject, '') || ' ' || coalesce(staff_name, '') || ' '
                         || coalesce(site_name, '') || ' ' || coalesce(location, '')), 480)) STORED,
    ADD COLUMN staff_key    text NOT NULL GENERATED ALWAYS AS (left(lower(coalesce(staff_name, '')), 80)) STORED,
    ADD COLUMN customer_key text NOT NULL GENERATED ALWAYS AS (left(lower(customer_name), 80)) STORED;

CREATE INDEX session_by_time       ON session (organisation_id, requested_at DESC, id DESC)
    INCLUDE (state, search, staff_key, customer_key);
CREATE INDEX session_by_staff      ON session (organisation_id, staff_key, requested_at DESC, id DESC);
CREATE INDEX session_by_staff_desc ON session (organisation_id, staff_key DESC, requested_at DESC, id DESC);
CREATE INDEX session_by_name       ON session (organisation_id, customer_key, requested_at DESC, id DESC);
