-- The sessions of a team's members, for the figures that its lead sees.
CREATE INDEX session_figures_by_staff ON session_figures (organisation_id, staff_id) INCLUDE (session_id);
