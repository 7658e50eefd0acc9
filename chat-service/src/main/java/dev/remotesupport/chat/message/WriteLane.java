package dev.remotesupport.chat.message;

import dev.remotesupport.chat.ChatProblem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/**
 * Group commit: while one transaction is under way, and for a moment after it began, what arrives gathers for the next.
 * Alone, a message never waits; under load, many share the price of one commit. Conversations keep to one lane, so their
 * messages keep their order.
 */
final class WriteLane {

    private record Waiting(NewMessage message, UniEmitter<? super Outcome> sender) {}

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Function<List<NewMessage>, Uni<List<Outcome>>> store;
    private final int batch;
    private final int bound;
    private final long distance;
    private final Timer timer;
    private boolean busy;
    private boolean timed;
    private long earliest = System.nanoTime();

    /** Runs something later. */
    interface Timer {
        void after(Duration delay, Runnable work);
    }

    /**
     * @param store fails as a whole or answers one outcome for each message
     * @param distance from the beginning of one transaction to the next, at the least
     */
    WriteLane(
            Function<List<NewMessage>, Uni<List<Outcome>>> store,
            int batch,
            int bound,
            Duration distance,
            Timer timer) {
        this.store = store;
        this.batch = batch;
        this.bound = bound;
        this.distance = distance.toNanos();
        this.timer = timer;
    }

    /** Stores the message with the next transaction; refuses it when too many wait already. */
    Uni<Outcome> write(NewMessage message) {
        return Uni.createFrom().emitter(sender -> {
            if (enqueue(new Waiting(message, sender))) {
                next();
            } else {
                sender.complete(new Outcome.Refused(ChatProblem.BUSY));
            }
        });
    }

    private synchronized boolean enqueue(Waiting message) {
        return waiting.size() < bound && waiting.add(message);
    }

    private void next() {
        var taken = take();
        if (!taken.isEmpty()) {
            store.apply(taken.stream().map(Waiting::message).toList())
                    .subscribe()
                    .with(outcomes -> finish(taken, outcomes), failure -> fail(taken, failure));
        }
    }

    private synchronized List<Waiting> take() {
        if (busy || timed || waiting.isEmpty()) {
            return List.of();
        }
        long now = System.nanoTime();
        if (now < earliest) {
            timed = true;
            timer.after(Duration.ofNanos(earliest - now), this::onTime);
            return List.of();
        }
        busy = true;
        earliest = now + distance;
        var taken = new ArrayList<Waiting>(Math.min(batch, waiting.size()));
        while (taken.size() < batch && !waiting.isEmpty()) {
            taken.add(waiting.poll());
        }
        return taken;
    }

    private void onTime() {
        synchronized (this) {
            timed = false;
            earliest = System.nanoTime(); // a timer may run a little early
        }
        next();
    }

    private void finish(List<Waiting> taken, List<Outcome> outcomes) {
        rest();
        for (int i = 0; i < taken.size(); i++) {
            taken.get(i).sender().complete(outcomes.get(i));
        }
    }

    private void fail(List<Waiting> taken, Throwable failure) {
        rest();
        taken.forEach(one -> one.sender().fail(failure));
    }

    /** The next batch starts before anybody hears of this one: the database never waits for the sockets. */
    private void rest() {
        synchronized (this) {
            busy = false;
        }
        next();
    }
}
