-- When the log-in was that a refresh token comes from, and when the person last did something. The defaults serve a
-- replica of the version before, which knows neither, while both run.
ALTER TABLE refresh_token
    ADD COLUMN began_at  timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN active_at timestamptz NOT NULL DEFAULT now();
