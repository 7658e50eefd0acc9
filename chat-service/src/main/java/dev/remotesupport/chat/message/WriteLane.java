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
import java.util.stream.Stream;

/**
 * Group commit: while one transaction is under way, and for a moment after it began, what arrives gathers for the next.
 * Alone, a message never waits; under load, many share the price of one commit. Conversations keep to one lane, so their
 * messages keep their order.
 */
final class WriteLane {

    private static final int LOOKS_PER_PATIENCE = 5;

    /**
     * @param batch messages in one transaction at the most
     * @param waiting messages that wait at the most
     * @param distance from the beginning of one transaction to the next, at the least
     * @param patience how long a message may take before its sender is told that it cannot be stored now; kept to a fifth
     */
    record Bounds(int batch, int waiting, Duration distance, Duration patience) {}

    private record Waiting(NewMessage message, UniEmitter<? super Outcome> sender, long arrived) {}

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Function<List<NewMessage>, Uni<List<Outcome>>> store;
    private final Bounds bounds;
    private final Timer timer;
    private List<Waiting> underWay = List.of();
    private boolean timed;
    private boolean watched;
    private long earliest = System.nanoTime();

    /** Runs something later. */
    interface Timer {
        void after(Duration delay, Runnable work);
    }

    /** @param store fails as a whole or answers one outcome for each message */
    WriteLane(Function<List<NewMessage>, Uni<List<Outcome>>> store, Bounds bounds, Timer timer) {
        this.store = store;
        this.bounds = bounds;
        this.timer = timer;
    }

    /** Stores the message with the next transaction; refuses it when too many wait already. */
    Uni<Outcome> write(NewMessage message) {
        return Uni.createFrom().emitter(sender -> {
            if (enqueue(new Waiting(message, sender, System.nanoTime()))) {
                watch();
                next();
            } else {
                sender.complete(new Outcome.Refused(ChatProblem.BUSY));
            }
        });
    }

    private synchronized boolean enqueue(Waiting message) {
        return waiting.size() < bounds.waiting() && waiting.add(message);
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
        if (!underWay.isEmpty() || timed || waiting.isEmpty()) {
            return List.of();
        }
        long now = System.nanoTime();
        if (now < earliest) {
            timed = true;
            timer.after(Duration.ofNanos(earliest - now), this::onTime);
            return List.of();
        }
        earliest = now + bounds.distance().toNanos();
        var taken = new ArrayList<Waiting>(Math.min(bounds.batch(), waiting.size()));
        while (taken.size() < bounds.batch() && !waiting.isEmpty()) {
            taken.add(waiting.poll());
        }
        underWay = taken;
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
            underWay = List.of();
        }
        next();
    }

    /** One timer for all that wait: one for each would be kept until its time, long after its message is stored. */
    private synchronized void watch() {
        if (!watched) {
            watched = true;
            timer.after(bounds.patience().dividedBy(LOOKS_PER_PATIENCE), this::tellTheLate);
        }
    }

    /** Their transaction goes on: should it still succeed, the same message sent again gets its result. */
    private void tellTheLate() {
        List<Waiting> late;
        synchronized (this) {
            long latest = System.nanoTime() - bounds.patience().toNanos();
            late = Stream.concat(underWay.stream(), waiting.stream())
                    .filter(one -> one.arrived() - latest < 0)
                    .toList();
            watched = false;
            if (!underWay.isEmpty() || !waiting.isEmpty()) {
                watch();
            }
        }
        late.forEach(one -> one.sender().complete(new Outcome.Refused(ChatProblem.UNAVAILABLE)));
    }
}
