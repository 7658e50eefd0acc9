package dev.remotesupport.local;

import dev.remotesupport.local.process.SupervisedProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Asks processes on their management ports whether they are ready. */
final class Readiness {
    private static final Duration PATIENCE = Duration.ofSeconds(200);
    private static final int DEATHS_TO_GIVE_UP = 3;
    private static final int LOG_LINES = 20;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** Waits until all are ready and tells of each; gives up on one that keeps dying, and on all that take far too long. */
    void await(Map<Instance, SupervisedProcess> processes, Consumer<Instance> ready) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        var waiting = new LinkedHashMap<>(processes);
        while (!waiting.isEmpty()) {
            for (var each = waiting.entrySet().iterator(); each.hasNext(); ) {
                var entry = each.next();
                if (isReady(entry.getKey())) {
                    each.remove();
                    ready.accept(entry.getKey());
                } else if (entry.getValue().deaths() >= DEATHS_TO_GIVE_UP
                        || Instant.now().isAfter(end)) {
                    throw failure(entry.getValue());
                }
            }
            Thread.sleep(100);
        }
    }

    private static StartFailure failure(SupervisedProcess process) {
        String end = String.join("\n", process.log().tail(LOG_LINES));
        return new StartFailure("%s does not start. The end of its log, %s:%n%s"
                .formatted(process.name(), process.log().file(), end));
    }

    private boolean isReady(Instance instance) throws InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/q/health/ready".formatted(instance.managementPort())))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
