package dev.remotesupport.stats.figures;

import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.stats.StatsProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Reading figures. */
@Path("/api/stats")
@Tag(name = "Statistics")
public class StatsResource {

    private final CurrentCaller caller;
    private final CountFigures count;

    StatsResource(CurrentCaller caller, CountFigures count) {
        this.caller = caller;
        this.count = count;
    }

    @GET
    @Path("/daily")
    @RolesAllowed({"staff", "api_key"})
    @Operation(
            operationId = "dailyFigures",
            summary = "Figures day by day",
            description = "At most 366 days; the last 14 when nothing is said.")
    public Uni<DailyFigures> daily(
            @RestQuery @Parameter(description = "The first day.", example = "2026-03-01") String from,
            @RestQuery @Parameter(description = "The last day; today when not said.", example = "2026-03-14") String to,
            @RestQuery
                    @DefaultValue("UTC")
                    @Size(max = 64)
                    @Parameter(description = "The time zone whose days are meant.", example = "Europe/Berlin")
                    String zone) {
        var organisation = StatsAccess.organisationOf(caller.get());
        return count.daily(organisation, understood(() -> Period.of(from, to, zone, Instant.now())));
    }

    @GET
    @Path("/summary")
    @RolesAllowed({"staff", "api_key"})
    @Operation(operationId = "summaryFigures", summary = "Figures of today and of all time")
    public Uni<Summary> summary(
            @RestQuery
                    @DefaultValue("UTC")
                    @Size(max = 64)
                    @Parameter(description = "The time zone whose today is meant.", example = "Europe/Berlin")
                    String zone) {
        var organisation = StatsAccess.organisationOf(caller.get());
        return count.summary(organisation, understood(() -> Period.today(zone, Instant.now())));
    }

    private static Period understood(Supplier<Period> said) {
        try {
            return said.get();
        } catch (IllegalArgumentException e) {
            throw new ProblemException(StatsProblem.PERIOD_NOT_UNDERSTOOD, e.getMessage());
        }
    }
}
