package dev.remotesupport.session.presence;

import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.contracts.event.ConsentWithdrawn;
import dev.remotesupport.contracts.event.ParticipantJoined;
import dev.remotesupport.contracts.event.ParticipantLeft;
import dev.remotesupport.contracts.event.ReceivedEvent;
import dev.remotesupport.contracts.event.SignalingEvent;
import dev.remotesupport.platform.inbox.Inbox;
import dev.remotesupport.platform.outbox.Outbox;
import dev.remotesupport.session.grant.RevokeGrant;
import dev.remotesupport.session.lifecycle.Command;
import dev.remotesupport.session.lifecycle.MoveSession;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.SessionStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows the rooms: the last customer gone interrupts an active session, the first one back resumes it. */
@ApplicationScoped
class FollowPresence {

    private static final String CONSUMER = "session-presence";

    private final Inbox inbox;
    private final SessionStore sessions;
    private final PresenceStore presence;
    private final MoveSession moves;
    private final RevokeGrant revoke;
    private final Outbox outbox;

    FollowPresence(
            Inbox inbox,
            SessionStore sessions,
            PresenceStore presence,
            MoveSession moves,
            RevokeGrant revoke,
            Outbox outbox) {
        this.inbox = inbox;
        this.sessions = sessions;
        this.presence = presence;
        this.moves = moves;
        this.revoke = revoke;
        this.outbox = outbox;
    }

    @Incoming("signaling-events")
    Uni<Void> follow(ConsumerRecords<String, String> records) {
        // The inbox commits without Tenancy, which would wake the relay for the events of these moves.
        return inbox.consume(CONSUMER, records, this::apply).invoke(outbox::wake);
    }

    private Uni<Void> apply(SqlConnection connection, ReceivedEvent received) {
        return received.data() instanceof SignalingEvent event
                ? apply(connection, event)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> apply(SqlConnection connection, SignalingEvent event) {
        return switch (event) {
            case ParticipantJoined joined ->
                inOpenSession(
                        connection,
                        joined.sessionId(),
                        MachineName.of(joined),
                        () -> presence.enter(connection, joined));
            case ParticipantLeft left ->
                inOpenSession(connection, left.sessionId(), Optional.empty(), () -> presence.leave(connection, left));
            case ConsentWithdrawn withdrawn ->
                revoke.withdrawn(connection, withdrawn.sessionId(), withdrawn.capability(), withdrawn.at());
        };
    }

    private Uni<Void> inOpenSession(
            SqlConnection connection, UUID id, Optional<String> machineName, Supplier<Uni<Void>> change) {
        return sessions.lockIfThere(connection, id)
                .chain(found -> found.filter(session -> session.state() != SessionState.ENDED)
                        .map(session -> change.get()
                                .chain(() -> presence.note(connection, session, machineName))
                                .chain(noted -> move(connection, noted))
                                .replaceWithVoid())
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Session> move(SqlConnection connection, Session session) {
        if (session.attendance().gone()) {
            return moves.moveIfLegal(connection, session, new Command.Interrupt());
        }
        return session.attendance().absentSince().isEmpty()
                ? moves.moveIfLegal(connection, session, new Command.Resume())
                : Uni.createFrom().item(session);
    }
}
