-- In parentheses with SELECT the setting is read once for a statement instead of once for each row it looks at.
ALTER POLICY organisation ON conversation
    USING (organisation_id = (SELECT NULLIF(current_setting('app.organisation', true), '')::uuid))
    WITH CHECK (organisation_id = (SELECT NULLIF(current_setting('app.organisation', true), '')::uuid));
ALTER POLICY organisation ON message
    USING (organisation_id = (SELECT NULLIF(current_setting('app.organisation', true), '')::uuid))
    WITH CHECK (organisation_id = (SELECT NULLIF(current_setting('app.organisation', true), '')::uuid));
