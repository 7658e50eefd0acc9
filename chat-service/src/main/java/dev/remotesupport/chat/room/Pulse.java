package dev.remotesupport.chat.room;

import io.vertx.mutiny.core.Vertx;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Gathers which conversations have come further, and passes each on once a moment: a tick may be a quarter of a second late,
 * and a message that costs a frame more for every tick is slower for everybody.
 */
final class Pulse {

    private final Set<UUID> further = new HashSet<>();
    private final Vertx vertx;
    private final long period;
    private final Consumer<Set<UUID>> tell;
    private boolean timed;

    Pulse(Vertx vertx, long period, Consumer<Set<UUID>> tell) {
        this.vertx = vertx;
        this.period = period;
        this.tell = tell;
    }

    synchronized void add(UUID conversation) {
        if (further.add(conversation) && !timed) {
            timed = true;
            vertx.setTimer(period, timer -> tell.accept(take()));
        }
    }

    private synchronized Set<UUID> take() {
        timed = false;
        var taken = Set.copyOf(further);
        further.clear();
        return taken;
    }
}
