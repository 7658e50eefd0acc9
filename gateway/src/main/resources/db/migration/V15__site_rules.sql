-- A secret that was replaced goes on for a while, so that a site's servers can change theirs one after the other.
-- Selectors of what only the customer may click at last; whether it is shown who is on the site; where the script was seen.
ALTER TABLE site
    ADD COLUMN old_secret       bytea,
    ADD COLUMN old_secret_until timestamptz,
    ADD COLUMN guard_selectors  text[]  NOT NULL DEFAULT '{}',
    ADD COLUMN live_visitors    boolean NOT NULL DEFAULT true,
    ADD COLUMN script_seen_page text,
    ADD CONSTRAINT site_old_secret_ends CHECK ((old_secret IS NULL) = (old_secret_until IS NULL));
