package dev.remotesupport.session.directory;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query of the list as it is written. */
public class SessionParameters {

    @QueryParam("state")
    @Size(max = 100)
    @Parameter(description = "States, separated by commas.", example = "queued,active")
    public String state;

    @QueryParam("q")
    @Size(max = 200)
    @Parameter(
            description = "Words of number, customer, machine, location, subject, staff or site; all must occur.",
            example = "grace printer")
    public String q;

    @QueryParam("tag")
    @Size(max = 10)
    @Parameter(description = "A tag; given several times, a session has all of them.", example = "printer")
    public List<@Size(max = 200) String> tag;

    @QueryParam("staff")
    @Size(max = 36)
    @Parameter(description = "Who has the session: an id, \"me\" or \"none\".", example = "me")
    public String staff;

    @QueryParam("team")
    @Size(max = 36)
    @Parameter(description = "The id of the team that it waits for.")
    public String team;

    @QueryParam("site")
    @Size(max = 36)
    @Parameter(description = "The id of the site that it came from.")
    public String site;

    @QueryParam("from")
    @Size(max = 40)
    @Parameter(description = "Requested on that day (UTC) or at that time, or later.", example = "2026-05-01")
    public String from;

    @QueryParam("to")
    @Size(max = 40)
    @Parameter(description = "Requested on that day (UTC) or before that time.", example = "2026-05-31")
    public String to;

    @QueryParam("sort")
    @Size(max = 20)
    @Parameter(
            description =
                    "-requestedAt (default), requestedAt, status (from requested to ended), -status, staff, -staff or customer.",
            example = "status")
    public String sort;

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(200)
    public int limit;

    @QueryParam("after")
    @Size(max = Cursor.LENGTH)
    @Parameter(description = "The \"next\" of the page before.")
    public String after;
}
