package dev.remotesupport.session.directory;

import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.platform.tenancy.Tenancy;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** How many sessions are open in each state, for the metrics. Every replica reports the same figures. */
@ApplicationScoped
class OpenSessions {

    private static final Logger LOG = Logger.getLogger(OpenSessions.class);
    private static final String COUNT = "SELECT state, count(*) FROM session WHERE state <> 'ended' GROUP BY state";

    private final Tenancy tenancy;
    private final Map<SessionState, AtomicLong> open = new EnumMap<>(SessionState.class);

    OpenSessions(Tenancy tenancy, MeterRegistry meters) {
        this.tenancy = tenancy;
        for (var state : SessionState.values()) {
            if (state != SessionState.ENDED) {
                var count = new AtomicLong();
                open.put(state, count);
                var unused = meters.gauge("remote_support.session.open", Tags.of("state", state.wire()), count);
            }
        }
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> count() {
        return tenancy.asSystem(connection -> connection.query(COUNT).execute())
                .invoke(this::set)
                .onFailure()
                .invoke(failure -> LOG.warnf("open sessions not counted: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private void set(RowSet<Row> rows) {
        var counted = new EnumMap<SessionState, Long>(SessionState.class);
        rows.forEach(row -> {
            var unused = counted.put(SessionState.of(row.getString("state")), row.getLong("count"));
        });
        open.forEach((state, count) -> count.set(counted.getOrDefault(state, 0L)));
    }
}
