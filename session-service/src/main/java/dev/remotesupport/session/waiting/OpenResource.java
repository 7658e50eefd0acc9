package dev.remotesupport.session.waiting;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.session.schedule.DeskHours;
import dev.remotesupport.session.schedule.Hours;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether it is of use to ask now; the page asks before its customer does. */
@Path("/api/desk/open")
@Authenticated
@Tag(name = "Desk")
public class OpenResource {

    private final CurrentCaller caller;
    private final DeskHours hours;
    private final ReadQueue queue;

    OpenResource(CurrentCaller caller, DeskHours hours, ReadQueue queue) {
        this.caller = caller;
        this.hours = hours;
        this.queue = queue;
    }

    @Schema(name = "DeskOpen")
    public record Open(
            @Schema(description = "Whether it is within the opening hours.")
            boolean open,

            @Schema(description = "Whether somebody of the staff takes sessions at this moment.")
            boolean staffAvailable,

            @Schema(description = "When the opening hours begin next, while they are over.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            Instant opensAt) {

        static Open of(Hours hours, boolean staffAvailable, Instant now) {
            return new Open(
                    hours.isOpen(now), staffAvailable, hours.opensAt(now).orElse(null));
        }
    }

    @GET
    @Operation(operationId = "isDeskOpen", summary = "Whether the desk is open and somebody is there")
    public Uni<Open> open() {
        var organisation = caller.get().organisationId();
        return hours.of(organisation)
                .chain(found ->
                        queue.present(organisation).map(present -> Open.of(found, !present.isEmpty(), Instant.now())));
    }
}
