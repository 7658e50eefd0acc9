package dev.remotesupport.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Console sockets that stay open and silent, on one signaling replica; its memory before and after. */
final class IdleScenario {

    /** Sockets opened in a second: below the gateway's limit for one caller. */
    private static final int PACE = 45;

    private final int sockets;
    private final SuiteClient suite;
    private final Replica replica;

    IdleScenario(Settings settings) throws Exception {
        sockets = settings.number("sockets", 5000);
        suite = new SuiteClient(Vertx.vertx(), settings);
        replica = new Replica(new LocalData(settings), "signaling-service");
    }

    Report run() throws Exception {
        long before = replica.residentBytes();
        var open = new ArrayList<WebSocket>();
        var token = suite.admin();
        long start = System.nanoTime();
        for (int i = 0; i < sockets; i++) {
            while (System.nanoTime() < start + i * 1_000_000_000L / PACE) {
                LockSupport.parkNanos(1_000_000);
            }
            if (i % 500 == 499) {
                token = suite.admin();
            }
            open.add(suite.welcomed("/ws/console", token, message -> {}));
        }
        long connecting = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        long after = replica.residentBytes();
        long stillOpen = open.stream().filter(socket -> !socket.isClosed()).count();
        return new Report("Idle sockets on one signaling replica")
                .row(
                        "sockets opened through the gateway",
                        sockets + ", " + PACE + " a second, in " + connecting / 1000 + " s")
                .row("still open at the end", stillOpen)
                .row("resident memory of the replica", (before >> 20) + " → " + (after >> 20) + " MB")
                .row("bytes per socket", (after - before) / sockets);
    }
}
