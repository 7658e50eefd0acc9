package dev.remotesupport.session.waiting;

import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.waiting.Queue.Place;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The queue for the signaling service, which tells each customer the own place. Never through the gateway. */
@Path("/internal/queue")
@Tag(name = "Internal")
public class WaitingResource {

    private final CurrentCaller caller;
    private final ReadQueue queue;

    WaitingResource(CurrentCaller caller, ReadQueue queue) {
        this.caller = caller;
        this.queue = queue;
    }

    @Schema(name = "WaitingList")
    public record WaitingList(int waiting, boolean staffAvailable, List<WaitingPlace> items) {

        static WaitingList of(Queue queue) {
            return new WaitingList(
                    queue.waiting(),
                    queue.present() > 0,
                    queue.places().stream().map(WaitingPlace::of).toList());
        }
    }

    @Schema(name = "WaitingPlace")
    public record WaitingPlace(UUID sessionId, int position, boolean staffAvailable, Long expectedWaitSeconds) {

        static WaitingPlace of(Place place) {
            return new WaitingPlace(
                    place.session().id(),
                    place.position(),
                    place.served(),
                    place.expectedWait().map(Duration::toSeconds).orElse(null));
        }
    }

    @GET
    @RolesAllowed({"staff", "customer", "visitor"})
    @Operation(operationId = "getWaiting", summary = "The places of those who wait, in their order")
    public Uni<WaitingList> waiting(
            @RestQuery @DefaultValue("20") @Parameter(description = "So many from the head, or all.", example = "20")
                    String first) {
        return queue.first(caller.get().organisationId(), atMost(first)).map(WaitingList::of);
    }

    private static int atMost(String first) {
        try {
            return first.equals("all") ? ReadQueue.ALL : Math.clamp(Integer.parseInt(first), 1, ReadQueue.ALL);
        } catch (NumberFormatException e) {
            throw new ProblemException(SessionProblem.QUERY_NOT_UNDERSTOOD, "\"first\" takes a number, or all.");
        }
    }
}
