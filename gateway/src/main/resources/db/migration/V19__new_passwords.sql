-- Looked for every second: whose password is new, so that access tokens from before are refused.
CREATE INDEX account_by_signed_in_after ON account (signed_in_after);
