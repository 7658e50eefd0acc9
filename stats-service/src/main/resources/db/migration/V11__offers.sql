-- How often a session was offered to whom, without a look at all the messages of the same days.
CREATE INDEX fact_offers ON fact (organisation_id, at) INCLUDE (staff_id) WHERE type = 'SessionOffered';
