package dev.remotesupport.session.handover;

import dev.remotesupport.contracts.event.EventJson;
import dev.remotesupport.contracts.event.SessionAssigned;
import dev.remotesupport.contracts.event.SessionEvent;
import dev.remotesupport.contracts.event.SessionQueued;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.WhenEnded;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Tells room and conversation of a session that somebody has handed on or taken away, in that one's name. What a timer takes back has
 * nobody in its room any more; the event is enough.
 */
@ApplicationScoped
class TellHandover implements WhenEnded {

    private static final Logger LOG = Logger.getLogger(TellHandover.class);
    private static final int MISDIRECTED = 421;
    private static final String ROOM_OWNER = "X-Room-Owner";

    /** A room that changes its owner at this moment asks about everybody who enters it. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Tenancy tenancy;
    private final RoomApi rooms;
    private final ConversationApi conversations;
    private final CurrentVertxRequest request;

    TellHandover(
            Tenancy tenancy,
            @RestClient RoomApi rooms,
            @RestClient ConversationApi conversations,
            CurrentVertxRequest request) {
        this.tenancy = tenancy;
        this.rooms = rooms;
        this.conversations = conversations;
        this.request = request;
    }

    @Override
    public Uni<Void> ended(SqlConnection connection, Session session) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> handedOver(SqlConnection connection, Session session) {
        authorization().ifPresent(bearer -> tenancy.afterCommit(connection, () -> start(tell(session, bearer))));
        return Uni.createFrom().voidItem();
    }

    /** Of the request that is being worked on; absent in a timer or an event. */
    Optional<String> authorization() {
        return Arc.container().requestContext().isActive()
                ? Optional.ofNullable(request.getCurrent())
                        .map(context -> context.request().getHeader(HttpHeaders.AUTHORIZATION))
                : Optional.empty();
    }

    /** As it stands in the outbox. */
    private static SessionEvent event(Session session) {
        var at = session.times().lastActiveAt();
        return session.staff()
                .<SessionEvent>map(staff ->
                        new SessionAssigned(session.organisation(), session.id(), session.version(), at, staff.id()))
                .orElseGet(() -> new SessionQueued(session.organisation(), session.id(), session.version(), at));
    }

    /** Tells how the session stands. Never fails: what was not heard comes by the event. */
    Uni<Void> tell(Session session, String bearer) {
        var json = EventJson.write(event(session));
        return Uni.join()
                .all(
                        patiently("room", session.id(), tellRoom(session.id(), bearer, json)),
                        patiently("conversation", session.id(), conversations.tell(session.id(), bearer, json)))
                .andCollectFailures()
                .replaceWithVoid();
    }

    private Uni<Void> tellRoom(UUID session, String bearer, String event) {
        return rooms.tell(session, bearer, event)
                .onFailure(WebApplicationException.class)
                .recoverWithUni(failure -> owner((WebApplicationException) failure)
                        .map(owner -> rooms.tell(owner, session, bearer, event))
                        .orElseGet(() -> Uni.createFrom().failure(failure)));
    }

    private static Optional<String> owner(WebApplicationException answer) {
        return answer.getResponse().getStatus() == MISDIRECTED
                ? Optional.ofNullable(answer.getResponse().getHeaderString(ROOM_OWNER))
                        .map(address -> "http://" + address)
                : Optional.empty();
    }

    private static Uni<Void> patiently(String whom, UUID session, Uni<Void> telling) {
        return telling.ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "handover left to its event sessionId=%s whom=%s: %s", session, whom, failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private static void start(Uni<Void> work) {
        var unused = work.subscribe().with(done -> {});
    }
}
