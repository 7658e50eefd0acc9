package dev.remotesupport.stats.support;

import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.stats.daily.Span;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the caller's support desk does. */
@Path("/api/admin/support/stats")
@Authenticated
@Tag(name = "Statistics")
public class SupportResource {

    private final SupportFigures figures;
    private final CurrentCaller caller;
    private final Clock clock = Clock.systemUTC();

    SupportResource(SupportFigures figures, CurrentCaller caller) {
        this.figures = figures;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "supportStats", summary = "How the support desk does", description = """
                    Chats and calls today, this week, this month and ever; durations, waits, ratings and each member of the staff
                    over the days asked for, the last thirty if none.""")
    @APIResponse(responseCode = "200", description = "The figures.")
    @APIResponse(responseCode = "400", description = "span-not-allowed, zone-unknown")
    @APIResponse(responseCode = "403", description = "not-permitted, not-for-this-token")
    public Uni<SupportStats> stats(
            @QueryParam("from") @Parameter(description = "The first day.", example = "2026-05-01") String from,
            @QueryParam("to") @Parameter(description = "The last day; today if missing.", example = "2026-05-31")
                    String to,
            @QueryParam("zone")
                    @Parameter(description = "IANA name of the time zone whose days are meant.", example = "UTC")
                    String zone) {
        return figures.of(SupportPolicy.organisationOf(caller.get()), Span.of(from, to, zone, clock), clock);
    }
}
