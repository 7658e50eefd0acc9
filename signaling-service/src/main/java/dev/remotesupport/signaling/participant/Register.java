package dev.remotesupport.signaling.participant;

import dev.remotesupport.contracts.LeaveReason;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.signaling.lease.Lease;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * One room's entries in the {@link Attendance}, written one after another in the order they happened. While Postgres is
 * away they wait, at most as long as the lease lasts without it: then the next owner of the room puts things right.
 */
public final class Register {

    private static final Logger LOG = Logger.getLogger(Register.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(1);

    private final Lease lease;
    private final Attendance attendance;
    private final Browsers browsers;
    private final Deque<Supplier<Uni<Void>>> entries = new ArrayDeque<>();
    private boolean writing;

    public Register(Lease lease, Attendance attendance, Browsers browsers) {
        this.lease = lease;
        this.attendance = attendance;
        this.browsers = browsers;
    }

    public void joined(Member member, Optional<String> userAgent) {
        write(() -> Uni.createFrom()
                .item(() -> browsers.of(userAgent))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(browser -> attendance.joined(lease, member, browser)));
    }

    public void left(UUID participant, Seat seat, LeaveReason reason) {
        write(() -> attendance.left(lease, participant, seat, reason));
    }

    /** Runs {@code next} when everything before it is written. */
    public void then(Supplier<Uni<Void>> next) {
        write(next);
    }

    private synchronized void write(Supplier<Uni<Void>> entry) {
        entries.add(entry);
        if (!writing) {
            writing = true;
            writeNext();
        }
    }

    private synchronized void writeNext() {
        Supplier<Uni<Void>> entry = entries.poll();
        if (entry == null) {
            writing = false;
            return;
        }
        Uni.createFrom()
                .deferred(entry::get)
                .onFailure(failure -> lease.isHeld() && !(failure instanceof Attendance.RoomLost))
                .retry()
                .withBackOff(FIRST_RETRY, LONGEST_RETRY)
                .indefinitely()
                .subscribe()
                .with(done -> writeNext(), failure -> {
                    LOG.warnf("attendance not written sessionId=%s failure=%s", lease.session(), failure);
                    writeNext();
                });
    }
}
