package dev.remotesupport.chat.socket;

import dev.remotesupport.contracts.CloseCode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The sockets of this replica, one for each participant, and how long each may stay. */
@ApplicationScoped
class OpenClients {

    private final ConcurrentHashMap<UUID, ChatClient> byParticipant = new ConcurrentHashMap<>();
    private final Vertx vertx;

    OpenClients(Vertx vertx, MeterRegistry meters) {
        this.vertx = vertx;
        meters.gauge("remote_support.chat.sockets", byParticipant, ConcurrentHashMap::size);
    }

    void awaitHello(ChatClient client, Duration patience) {
        closeAfter(client, patience, CloseCode.HELLO_MISSING);
    }

    void awaitExpiry(ChatClient client) {
        closeAfter(client, client.lifeOfToken(), CloseCode.TOKEN);
    }

    /** A newer connection of a participant takes the place of the one before. */
    void entered(ChatClient client) {
        awaitExpiry(client);
        var before = byParticipant.put(client.binding().participantId(), client);
        if (before != null) {
            before.link().close(CloseCode.REPLACED, "the participant connected again");
        }
    }

    void closed(ChatClient client) {
        vertx.cancelTimer(client.timer(-1));
        byParticipant.remove(client.binding().participantId(), client);
    }

    private void closeAfter(ChatClient client, Duration delay, CloseCode why) {
        var next = vertx.setTimer(delay.toMillis(), timer -> client.link().close(why, "its time is over"));
        vertx.cancelTimer(client.timer(next));
    }

    /** Runs while the sockets are open still: at the later ShutdownEvent the server has closed them without a word. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        byParticipant.values().forEach(client -> client.link().close(CloseCode.SHUTTING_DOWN, "the replica stops"));
    }
}
