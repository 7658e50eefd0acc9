package dev.remotesupport.signaling.room;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Lets time pass in the rooms, and empties them in good order when the replica goes down. */
@ApplicationScoped
class RoomClock {

    private static final Logger LOG = Logger.getLogger(RoomClock.class);
    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final Rooms rooms;
    private final Vertx vertx;
    private long timer;

    @Inject
    RoomClock(Rooms rooms, Vertx vertx) {
        this.rooms = rooms;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(TICK.toMillis(), id -> rooms.tick());
    }

    /** Runs while the sockets still are open: at the later {@code ShutdownEvent} the server has closed them without a word. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        vertx.cancelTimer(timer);
        try {
            rooms.closeAll().await().atMost(CLOSING);
        } catch (RuntimeException e) {
            LOG.warnf("rooms not all given back failure=%s", e);
        }
    }
}
