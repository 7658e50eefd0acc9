package dev.remotesupport.session.waiting;

import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.WhenMoved;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** How many wait and for how long, for the metrics. Every replica reports the same figures of the queue. */
@ApplicationScoped
class QueueMetrics implements WhenMoved {

    private static final Logger LOG = Logger.getLogger(QueueMetrics.class);
    private static final String COUNT = """
            SELECT count(*) AS waiting, coalesce(extract(epoch FROM clock_timestamp() - min(requested_at)), 0)::bigint AS longest
            FROM session WHERE state IN ('queued', 'offered')
            """;

    private final Tenancy tenancy;
    private final AtomicLong length = new AtomicLong();
    private final AtomicLong longest = new AtomicLong();
    private final Timer wait;

    QueueMetrics(Tenancy tenancy, MeterRegistry meters) {
        this.tenancy = tenancy;
        this.wait = Timer.builder("remote_support.queue.wait")
                .description("From the request until a technician first has the session")
                .register(meters);
        var unusedLength = meters.gauge("remote_support.queue.length", length);
        var unusedLongest = meters.gauge("remote_support.queue.longest.wait.seconds", longest);
    }

    @Override
    public void moved(SessionState from, Session session) {
        var times = session.times();
        if (isWaiting(from) && session.state() == SessionState.ACTIVE) {
            times.connectedAt()
                    .filter(connected -> connected.equals(times.lastActiveAt()))
                    .map(connected -> Duration.between(times.requestedAt(), connected))
                    .ifPresent(wait::record);
        }
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> count() {
        return tenancy.asSystem(connection -> connection.query(COUNT).execute())
                .invoke(rows -> rows.forEach(row -> {
                    length.set(row.getLong("waiting"));
                    longest.set(row.getLong("longest"));
                }))
                .onFailure()
                .invoke(failure -> LOG.warnf("queue not counted: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private static boolean isWaiting(SessionState state) {
        return state == SessionState.QUEUED || state == SessionState.OFFERED;
    }
}
