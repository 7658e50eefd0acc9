package dev.remotesupport.signaling.queue;

import dev.remotesupport.contracts.signal.SignalFromServer.QueuePosition;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * One organisation's queue as this replica shows it: looked at once for everybody who watches, however many wait; whoever
 * stands where it stood is not told again.
 */
final class QueueWatch {

    /** Those who are told of each change at once; the others may see it two seconds later. */
    static final int FRONT = 20;

    private static final Logger LOG = Logger.getLogger(QueueWatch.class);

    private final UUID organisation;
    private final QueueSource source;
    private final Map<UUID, Waiter> waiters = new ConcurrentHashMap<>();
    private final Pace pace;
    private final ConsoleCount count;
    private OptionalLong scheduledAt = OptionalLong.empty();
    private boolean looking;
    private boolean failing;
    private OptionalLong changedAt = OptionalLong.empty();

    QueueWatch(UUID organisation, QueueSource source) {
        this.organisation = organisation;
        this.source = source;
        this.pace = new Pace(source.nanoTime());
        this.count = new ConsoleCount(organisation, source);
    }

    void add(Waiter waiter) {
        waiters.put(waiter.session(), waiter);
        changed();
    }

    void remove(Waiter waiter) {
        waiters.remove(waiter.session(), waiter);
    }

    boolean isEmpty() {
        return waiters.isEmpty();
    }

    int size() {
        return waiters.size();
    }

    /** Something happened in the queue, or might have. */
    synchronized void changed() {
        long now = source.nanoTime();
        if (changedAt.isEmpty()) {
            changedAt = OptionalLong.of(now);
        }
        pace.changed(now);
        schedule();
    }

    /** A look that waits for the rest of the queue gives way to one that the front needs sooner. */
    private synchronized void schedule() {
        OptionalLong due = looking ? OptionalLong.empty() : pace.due();
        if (due.isPresent() && (scheduledAt.isEmpty() || due.getAsLong() < scheduledAt.getAsLong())) {
            scheduledAt = due;
            long left = due.getAsLong() - source.nanoTime();
            source.later(Math.max(1, Duration.ofNanos(left).toMillis() + 1), () -> look(due));
        }
    }

    private synchronized void look(OptionalLong scheduled) {
        if (!scheduledAt.equals(scheduled)) {
            return; // another took its place
        }
        scheduledAt = OptionalLong.empty();
        Optional<String> authorization = authorization();
        if (authorization.isEmpty()) {
            return; // whoever comes next asks for themselves
        }
        looking = true;
        boolean all = pace.begin(source.nanoTime(), !waiters.isEmpty());
        OptionalLong since = changedAt;
        changedAt = OptionalLong.empty();
        source.fetch(authorization.get(), all)
                .invoke(queue -> seen(queue, all, since))
                .subscribe()
                .with(done -> {}, this::failed);
    }

    private Optional<String> authorization() {
        return waiters.values().stream()
                .flatMap(waiter -> waiter.authorization().stream())
                .findFirst()
                .or(() -> source.consoleOf(organisation));
    }

    private void seen(Queue queue, boolean all, OptionalLong since) {
        boolean everybody = tell(queue);
        since.ifPresent(changed -> source.told(source.nanoTime() - changed));
        count.waiting(queue.waiting());
        synchronized (this) {
            looking = false;
            pace.succeeded();
            if (everybody && !all) {
                pace.restKnown();
            }
            if (failing) {
                failing = false;
                LOG.infof("queue seen again organisation=%s", organisation);
            }
            schedule();
        }
    }

    /** Everybody keeps what they were told last; tried again, later each time. Logged once. */
    private synchronized void failed(Throwable failure) {
        looking = false;
        pace.failed(source.nanoTime());
        if (!failing) {
            failing = true;
            LOG.warnf("queue not seen organisation=%s failure=%s", organisation, failure);
        }
        schedule();
    }

    /** Whether all who wait here were in what was seen. */
    private boolean tell(Queue queue) {
        Map<UUID, Queue.Place> places = queue.bySession();
        boolean everybody = true;
        for (Waiter waiter : waiters.values()) {
            Queue.Place place = places.get(waiter.session());
            if (place != null) {
                waiter.tell(position(place, queue));
            } else {
                everybody = false;
            }
        }
        return everybody;
    }

    private static QueuePosition position(Queue.Place place, Queue queue) {
        Integer expected = place.expectedWaitSeconds();
        return new QueuePosition(
                Math.max(0, place.position()),
                expected == null ? null : Math.max(0, expected),
                queue.isStaffAvailableFor(place));
    }
}
