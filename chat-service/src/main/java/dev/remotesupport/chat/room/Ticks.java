package dev.remotesupport.chat.room;

import dev.remotesupport.chat.ChatConfig;
import dev.remotesupport.chat.progress.Advance;
import dev.remotesupport.chat.progress.ProgressLog;
import dev.remotesupport.chat.progress.ProgressStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Where delivered and read ticks go: what the sockets here make of them to the sockets here, to the other replicas and, once a
 * second, to the database; what the database and others know to the sockets here.
 */
final class Ticks {

    private static final Logger LOG = Logger.getLogger(Ticks.class);
    private static final int RETRIES = 5;

    private final Function<UUID, Room> rooms;
    private final ReplicaBus bus;
    private final ProgressStore store;
    private final ProgressLog log;
    private final Pulse pulse;
    private final Counter dropped;

    Ticks(
            Function<UUID, Room> rooms,
            ReplicaBus bus,
            ProgressStore store,
            ProgressLog log,
            Vertx vertx,
            ChatConfig.Room config,
            MeterRegistry meters) {
        this.rooms = rooms;
        this.bus = bus;
        this.store = store;
        this.log = log;
        this.pulse = new Pulse(vertx, config.progressTold().toMillis(), this::tell);
        this.dropped = Counter.builder("remote_support.chat.signals.dropped")
                .description("Typing and ticks that other replicas were not told of")
                .register(meters);
    }

    /** By a socket here, this side has come further. */
    void advanced(UUID organisation, Advance advance) {
        log.note(organisation, advance);
        count(bus.signal(new Signal.Came(advance)));
        pulse.add(advance.conversation());
    }

    /** Somebody here is writing. */
    void typing(Signal.Typing typing) {
        count(bus.signal(typing));
        bus.flushSignals();
    }

    private void count(boolean kept) {
        if (!kept) {
            dropped.increment();
        }
    }

    void heard(Signal signal) {
        switch (signal) {
            case Signal.Came came -> learn(came.advance());
            case Signal.Typing typing -> {
                var room = rooms.apply(typing.conversation());
                if (room != null) {
                    room.typing(typing);
                }
            }
        }
    }

    /** Reads what was known before: of a room just opened, and of all after the others could not be heard. */
    void read(Collection<Room> opened) {
        opened.stream()
                .collect(Collectors.groupingBy(
                        Room::organisation, Collectors.mapping(Room::conversation, Collectors.toList())))
                .forEach((organisation, conversations) -> {
                    var unused = store.read(organisation, conversations)
                            .onFailure()
                            .retry()
                            .withBackOff(Duration.ofMillis(100), Duration.ofSeconds(2))
                            .atMost(RETRIES)
                            .subscribe()
                            .with(
                                    known -> {
                                        known.forEach(this::learn);
                                        // Also where nothing is known: a client is told so once.
                                        conversations.forEach(pulse::add);
                                    },
                                    failure -> LOG.warnf("progress not read: %s", failure.getMessage()));
                });
    }

    private void learn(Advance advance) {
        var room = rooms.apply(advance.conversation());
        if (room != null) {
            room.learn(advance);
            pulse.add(advance.conversation());
        }
    }

    private void tell(Set<UUID> conversations) {
        bus.flushSignals();
        conversations.stream().map(rooms).filter(Objects::nonNull).forEach(Room::tellProgress);
    }
}
