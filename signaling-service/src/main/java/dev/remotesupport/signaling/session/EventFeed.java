package dev.remotesupport.signaling.session;

import dev.remotesupport.contracts.event.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Hands the suite's events to whoever observes them in this replica. Each replica hears every event from its start on and
 * remembers nothing: rooms load their state when they open, consoles fetch what they show.
 */
@ApplicationScoped
public class EventFeed {

    private static final Logger LOG = Logger.getLogger(EventFeed.class);

    private final Event<dev.remotesupport.contracts.event.Event> observers;

    @Inject
    EventFeed(Event<dev.remotesupport.contracts.event.Event> observers) {
        this.observers = observers;
    }

    @Incoming("session-events")
    void session(ConsumerRecords<String, String> records) {
        records.forEach(this::tell);
    }

    @Incoming("call-events")
    void call(ConsumerRecords<String, String> records) {
        records.forEach(this::tell);
    }

    @Incoming("desk-events")
    void desk(ConsumerRecords<String, String> records) {
        records.forEach(this::tell);
    }

    private void tell(ConsumerRecord<String, String> record) {
        try {
            observers.fire(EventJson.read(record.value()));
        } catch (IllegalArgumentException unknown) {
            // A newer service may tell of things this release does not know.
            LOG.debugf("event skipped topic=%s key=%s", record.topic(), record.key());
        } catch (RuntimeException failure) {
            // The next may be a revocation: one that nobody could work on must not end the feed.
            LOG.errorf(failure, "event not worked on topic=%s key=%s", record.topic(), record.key());
        }
    }
}
