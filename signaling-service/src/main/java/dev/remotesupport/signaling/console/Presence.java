package dev.remotesupport.signaling.console;

import dev.remotesupport.signaling.socket.Client;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Tells session-service which staff are at a console. Consoles are pinged every few seconds, and only those that answered
 * count: the line of a laptop that was closed says nothing, and would seem open for minutes.
 */
@ApplicationScoped
class Presence {

    private static final Logger LOG = Logger.getLogger(Presence.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int PING_EVERY_LOOKS = 3;

    /** A page that opens says hello on several sockets at once. */
    private static final Duration GATHER = Duration.ofMillis(50);

    /** So long a console may be silent: three pings. */
    private static final Duration HEARD = Duration.ofSeconds(10);

    private final Consoles consoles;
    private final DeskApi api;
    private final DeskStore store;
    private final Vertx vertx;
    private final MeterRegistry meters;
    private final Map<UUID, Desk> desks = new ConcurrentHashMap<>();
    private long timer;
    private int looks;

    @Inject
    Presence(Consoles consoles, @RestClient DeskApi api, DeskStore store, Vertx vertx, MeterRegistry meters) {
        this.consoles = consoles;
        this.api = api;
        this.store = store;
        this.vertx = vertx;
        this.meters = meters;
    }

    /** What is kept of one organisation: also whose token to show when its last console has just closed. */
    private static final class Desk {
        final DeskBook book = new DeskBook(System.nanoTime());
        volatile String authorization;
        volatile boolean telling;
        volatile boolean failing;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(LOOK.toMillis(), id -> lookAround());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /** A console was opened: its member is here from now on, not only from the next look. */
    void opened(UUID organisation) {
        vertx.setTimer(GATHER.toMillis(), id -> look(organisation));
    }

    /** session-service thinks that somebody has gone; if a console of theirs is heard here, it is told at once. */
    void doubted(UUID organisation, UUID staff) {
        Desk desk = desks.get(organisation);
        if (desk != null && desk.book.contradicts(staff, System.nanoTime())) {
            opened(organisation);
        }
    }

    private void lookAround() {
        boolean ping = looks++ % PING_EVERY_LOOKS == 0;
        Set<UUID> organisations = new HashSet<>(desks.keySet());
        organisations.addAll(consoles.organisations());
        for (UUID organisation : organisations) {
            if (ping) {
                consoles.of(organisation).forEach(Client::ping);
            }
            look(organisation);
        }
    }

    private void look(UUID organisation) {
        Set<UUID> heard = new HashSet<>();
        Set<UUID> silent = new HashSet<>();
        Desk desk = desks.computeIfAbsent(organisation, id -> new Desk());
        for (Client console : consoles.of(organisation)) {
            member(console).ifPresent(staff -> {
                if (console.wasHeardWithin(HEARD)) {
                    heard.add(staff);
                    desk.authorization = console.authorization();
                } else {
                    silent.add(staff);
                }
            });
        }
        silent.removeAll(heard);
        if (desk.telling) {
            return;
        }
        if (desk.authorization != null) {
            desk.book.look(System.nanoTime(), heard, silent).ifPresent(report -> tell(organisation, desk, report));
        }
        if (desk.book.isEmpty() && !consoles.has(organisation)) {
            desks.remove(organisation, desk);
        }
    }

    private void tell(UUID organisation, Desk desk, DeskBook.Report report) {
        desk.telling = true;
        store.note(organisation, report)
                // Without Postgres nobody can say who is on another replica: session-service notices by itself.
                .onFailure()
                .recoverWithItem(Set.<UUID>of())
                .chain(gone -> api.seen(desk.authorization, new DeskApi.Seen(report.seen(), gone)))
                .onTermination()
                .invoke(() -> desk.telling = false)
                .subscribe()
                .with(done -> told(organisation, desk, report), failure -> failed(organisation, desk, failure));
    }

    private void told(UUID organisation, Desk desk, DeskBook.Report report) {
        desk.book.delivered(report);
        count("told");
        if (desk.failing) {
            desk.failing = false;
            LOG.infof("presence told again organisation=%s", organisation);
        }
    }

    /** Tried again soon; what is not told in time session-service works out by itself. Logged once. */
    private void failed(UUID organisation, Desk desk, Throwable failure) {
        desk.book.failed(System.nanoTime());
        count("failed");
        if (!desk.failing) {
            desk.failing = true;
            LOG.warnf("presence not told organisation=%s failure=%s", organisation, failure);
        }
    }

    private void count(String outcome) {
        meters.counter("remote_support.signaling.presence.reports", "outcome", outcome)
                .increment();
    }

    private static Optional<UUID> member(Client console) {
        try {
            return Optional.of(UUID.fromString(console.caller().id()));
        } catch (IllegalArgumentException notOfOurMaking) {
            return Optional.empty();
        }
    }
}
