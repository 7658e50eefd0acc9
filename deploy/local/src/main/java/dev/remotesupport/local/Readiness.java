package dev.remotesupport.local;

import dev.remotesupport.local.process.SupervisedProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;

/** Asks a process on its management port whether it is ready. */
final class Readiness {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int DEATHS_TO_GIVE_UP = 3;
    private static final int LOG_LINES = 20;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** Waits until the process is ready; gives up on one that keeps dying or takes far too long. */
    void await(Instance instance, SupervisedProcess process) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!isReady(instance)) {
            if (process.deaths() >= DEATHS_TO_GIVE_UP || Instant.now().isAfter(end)) {
                throw new StartFailure("%s does not start. The end of its log, %s:%n%s"
                        .formatted(
                                instance.name(),
                                process.log().file(),
                                String.join("\n", process.log().tail(LOG_LINES))));
            }
            Thread.sleep(100);
        }
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
