-- The live picture of a camera, and of a screen, are consents of their own.
ALTER TABLE session_grant
    DROP CONSTRAINT session_grant_capability_check,
    ADD CONSTRAINT session_grant_capability_check
        CHECK (capability IN ('view', 'control', 'call', 'record', 'files', 'clipboard', 'camera', 'screen'));
