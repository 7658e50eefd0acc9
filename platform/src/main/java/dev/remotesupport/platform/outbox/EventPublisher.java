package dev.remotesupport.platform.outbox;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Where the relay sends events: Kafka, and in tests whatever can be made to fail at the right moment. */
interface EventPublisher extends AutoCloseable {

    /** Completes when all are acknowledged; fails when any is not. */
    Uni<Void> publish(List<OutgoingEvent> events);

    @Override
    void close();
}
