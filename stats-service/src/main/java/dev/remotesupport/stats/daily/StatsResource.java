package dev.remotesupport.stats.daily;

import dev.remotesupport.platform.caller.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Figures about the caller's organisation. */
@Path("/api/stats")
@Authenticated
@Tag(name = "Statistics")
public class StatsResource {

    private final DailyFigures figures;
    private final Led led;
    private final CurrentCaller caller;
    private final JsonWebToken token;
    private final Clock clock = Clock.systemUTC();

    StatsResource(DailyFigures figures, Led led, CurrentCaller caller, JsonWebToken token) {
        this.figures = figures;
        this.led = led;
        this.caller = caller;
        this.token = token;
    }

    /** Every day of the span, oldest first, and their sum. */
    record Daily(List<Day> days, Figures totals) {}

    /** Today so far, and everything that ever happened. */
    record Summary(Figures today, Figures total) {}

    @GET
    @Path("/daily")
    @Operation(
            summary = "Count sessions and messages by day",
            description =
                    "Days without any are listed too. At most 366 days; the last thirty if nothing is asked for. Team leads: of"
                            + " the sessions of their teams' members.")
    @APIResponse(responseCode = "200", description = "The days, oldest first, and their sum.")
    @APIResponse(responseCode = "400", description = "span-not-allowed, zone-unknown")
    public Uni<Daily> daily(
            @QueryParam("from") @Parameter(description = "The first day.", example = "2026-05-01") String from,
            @QueryParam("to") @Parameter(description = "The last day; today if missing.", example = "2026-05-31")
                    String to,
            @QueryParam("zone")
                    @Parameter(description = "IANA name of the time zone whose days are meant.", example = "UTC")
                    String zone) {
        var span = Span.of(from, to, zone, clock);
        var organisation = StatsPolicy.organisationOf(caller.get());
        return led.by(caller.get(), token.getRawToken())
                .chain(staff -> figures.days(organisation, staff, span.from(), span.to(), span.zone()))
                .map(days -> new Daily(days, days.stream().map(Day::figures).reduce(Figures.NONE, Figures::plus)));
    }

    @GET
    @Path("/summary")
    @Operation(
            summary = "Count today and in total",
            description = "Team leads: of the sessions of their teams' members.")
    @APIResponse(responseCode = "200", description = "Today so far, and everything that ever happened.")
    @APIResponse(responseCode = "400", description = "zone-unknown")
    public Uni<Summary> summary(
            @QueryParam("zone") @Parameter(description = "IANA name of the time zone of today.", example = "UTC")
                    String zone) {
        var organisation = StatsPolicy.organisationOf(caller.get());
        var today = Span.of(null, null, zone, clock);
        return led.by(caller.get(), token.getRawToken())
                .chain(staff -> Uni.combine()
                        .all()
                        .unis(
                                figures.days(organisation, staff, today.to(), today.to(), today.zone()),
                                figures.ever(organisation, staff))
                        .with((days, ever) -> new Summary(days.getFirst().figures(), ever)));
    }
}
