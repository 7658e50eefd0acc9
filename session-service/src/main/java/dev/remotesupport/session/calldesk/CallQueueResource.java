package dev.remotesupport.session.calldesk;

import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.call.Call;
import dev.remotesupport.session.call.Calls;
import dev.remotesupport.session.waiting.Queue;
import dev.remotesupport.session.waiting.ReadQueue;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The calls of the queue. */
@Path("/api/support/call/queue")
@Authenticated
@Tag(name = "Calls")
public class CallQueueResource {

    private static final int MOST = 200;

    private final CurrentCaller caller;
    private final Tenancy tenancy;
    private final ReadQueue queue;
    private final Calls calls;

    CallQueueResource(CurrentCaller caller, Tenancy tenancy, ReadQueue queue, Calls calls) {
        this.caller = caller;
        this.tenancy = tenancy;
        this.queue = queue;
        this.calls = calls;
    }

    /** All calls that wait or ring, in numbers, and the first of them. */
    @Schema(name = "CallQueue")
    public record CallQueue(
            @Schema(examples = "3") int waiting,
            @Schema(examples = "95") long longestWaitSeconds,

            @Schema(description = "How many of the staff take sessions now and have room.", examples = "2")
            int available,

            @Schema(description = "Oldest first, at most 200.")
            List<PlaceView> items) {

        static CallQueue of(Queue queue, List<Call> calls) {
            Map<UUID, Call> bySession = calls.stream().collect(Collectors.toMap(Call::session, Function.identity()));
            return new CallQueue(
                    queue.waiting(),
                    queue.longestWait().toSeconds(),
                    queue.available(),
                    queue.places().stream()
                            .filter(place ->
                                    bySession.containsKey(place.session().id()))
                            .map(place -> PlaceView.of(
                                    place, bySession.get(place.session().id())))
                            .toList());
        }
    }

    /** One who waits for a call. */
    @Schema(name = "CallQueuePlace")
    public record PlaceView(
            CallView call,

            @Schema(description = "Among the calls: 1 is the head, 0 rings at this moment.", examples = "1")
            int position,

            @Schema(examples = "95") long waitedSeconds,

            @Schema(description = "Null when nobody is there or nothing is known yet.", examples = "40")
            Long expectedWaitSeconds) {

        static PlaceView of(Queue.Place place, Call call) {
            return new PlaceView(
                    CallView.of(place.session(), call),
                    place.position(),
                    place.waited().toSeconds(),
                    place.expectedWait().map(Duration::toSeconds).orElse(null));
        }
    }

    @GET
    @Operation(
            operationId = "getCallQueue",
            summary = "Which calls wait, since when, and how long still",
            description = "A part of the one queue, in its order: the time of the request, which never changes.")
    public Uni<CallQueue> queue() {
        return tenancy.inTransaction(
                caller.get().organisationId(),
                connection -> queue.calls(connection, MOST)
                        .chain(waiting -> calls.openOf(
                                        connection,
                                        waiting.places().stream()
                                                .map(place -> place.session().id())
                                                .toList())
                                .map(found -> CallQueue.of(waiting, found))));
    }
}
