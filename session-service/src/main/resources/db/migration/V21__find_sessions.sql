-- What the list is sorted by besides time. Columns of their own, because row-level security lets no function into an index.
ALTER TABLE session
    ADD COLUMN staff_key    text NOT NULL GENERATED ALWAYS AS (lower(coalesce(staff_name, ''))) STORED,
    ADD COLUMN customer_key text NOT NULL GENERATED ALWAYS AS (lower(customer_name)) STORED;

-- One for each direction: within one name the newest come first either way.
CREATE INDEX session_by_staff      ON session (organisation_id, staff_key, requested_at DESC, id DESC);
CREATE INDEX session_by_staff_desc ON session (organisation_id, staff_key DESC, requested_at DESC, id DESC);
CREATE INDEX session_by_name       ON session (organisation_id, customer_key, requested_at DESC, id DESC);
CREATE INDEX session_of_staff      ON session (organisation_id, staff_id, requested_at DESC, id DESC);
CREATE INDEX session_of_site       ON session (organisation_id, site_id, requested_at DESC, id DESC);

-- A search reads this index and nothing else, whatever the hits are sorted by.
DROP INDEX session_by_time;
CREATE INDEX session_by_time ON session (organisation_id, requested_at DESC, id DESC)
    INCLUDE (state, search, staff_key, customer_key);
