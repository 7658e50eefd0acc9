package dev.remotesupport.session.waiting;

import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.SessionView;
import dev.remotesupport.session.waiting.Queue.Place;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The queue board. */
@Path("/api/sessions/queue")
@Authenticated
@Tag(name = "Sessions")
public class QueueResource {

    private static final int MOST = 200;

    private final CurrentCaller caller;
    private final ReadQueue queue;

    QueueResource(CurrentCaller caller, ReadQueue queue) {
        this.caller = caller;
        this.queue = queue;
    }

    /** All who wait, in numbers, and the first of them. */
    @Schema(name = "QueueBoard")
    public record Board(
            @Schema(examples = "12") int waiting,
            @Schema(examples = "95") long longestWaitSeconds,

            @Schema(description = "How many of the staff take sessions now and have room.", examples = "3")
            int available,

            @Schema(description = "Oldest first, at most 200.")
            List<PlaceView> items) {

        static Board of(Queue queue) {
            return new Board(
                    queue.waiting(),
                    queue.longestWait().toSeconds(),
                    queue.available(),
                    queue.places().stream().map(PlaceView::of).toList());
        }
    }

    /** One who waits. */
    @Schema(name = "QueuePlace")
    public record PlaceView(
            SessionView session,

            @Schema(description = "1 is the head; 0 is offered to somebody at this moment.", examples = "1")
            int position,

            @Schema(examples = "95") long waitedSeconds,

            @Schema(description = "Null when nobody is there or nothing is known yet.", examples = "40")
            Long expectedWaitSeconds,

            @Schema(description = "The only team that gets it; null is anybody.")
            UUID teamId,

            @Schema(description = "What its technician must know; null is nothing.", examples = "dutch")
            String skill,

            @Schema(description = "The member of the staff who may accept it at this moment.")
            UUID offeredTo) {

        static PlaceView of(Place place) {
            var routing = place.session().routing();
            return new PlaceView(
                    SessionView.of(place.session()),
                    place.position(),
                    place.waited().toSeconds(),
                    place.expectedWait().map(Duration::toSeconds).orElse(null),
                    routing.team().orElse(null),
                    routing.skill().orElse(null),
                    routing.offer().map(Session.Offer::staffId).orElse(null));
        }
    }

    @GET
    @Operation(
            operationId = "getQueue",
            summary = "Who waits, since when, and how long still",
            description = "The order is the time of the request, which never changes.")
    public Uni<Board> board() {
        return queue.first(caller.get().organisationId(), MOST).map(Board::of);
    }
}
