package dev.remotesupport.signaling.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.remotesupport.contracts.console.ConsoleFromServer;
import dev.remotesupport.signaling.console.Consoles;
import dev.remotesupport.signaling.socket.Client;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The queue as session-service answers it, in the name of those who wait or watch. */
@ApplicationScoped
class SessionQueue implements QueueSource {

    private final QueueApi api;
    private final Consoles consoles;
    private final Vertx vertx;
    private final ObjectReader reader;
    private final Timer delay;
    private final Counter failures;

    @Inject
    SessionQueue(@RestClient QueueApi api, Consoles consoles, Vertx vertx, ObjectMapper json, MeterRegistry meters) {
        this.api = api;
        this.consoles = consoles;
        this.vertx = vertx;
        this.reader = json.readerFor(Queue.class);
        this.delay = Timer.builder("remote_support.signaling.queue.delay")
                .description("From a change of the queue to its being told to those in front; late above 200 ms")
                .publishPercentiles(0.5, 0.95, 0.99)
                .serviceLevelObjectives(Duration.ofMillis(200))
                .register(meters);
        this.failures = Counter.builder("remote_support.signaling.queue.failures")
                .description("Looks at a queue that were not answered")
                .register(meters);
    }

    @Override
    public Uni<Queue> fetch(String authorization, boolean all) {
        return api.queue(authorization, all ? "all" : Integer.toString(QueueWatch.FRONT))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(this::read)
                .onFailure()
                .invoke(failure -> failures.increment());
    }

    @Override
    public Optional<String> consoleOf(UUID organisation) {
        return consoles.of(organisation).stream()
                .filter(Client::isOpen)
                .findFirst()
                .map(Client::authorization);
    }

    @Override
    public void tellConsoles(UUID organisation, int waiting) {
        consoles.tell(organisation, "queue", new ConsoleFromServer.QueueChanged(waiting));
    }

    @Override
    public void told(long nanos) {
        delay.record(Duration.ofNanos(nanos));
    }

    @Override
    public void later(long millis, Runnable work) {
        vertx.setTimer(millis, id -> work.run());
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    private Queue read(String json) {
        try {
            return reader.readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The queue cannot be read.", e);
        }
    }
}
