package dev.remotesupport.chat;

import dev.remotesupport.contracts.Availability;
import dev.remotesupport.contracts.event.Event;
import dev.remotesupport.contracts.event.EventJson;
import dev.remotesupport.contracts.event.EventMetadata;
import dev.remotesupport.contracts.event.SessionAssigned;
import dev.remotesupport.contracts.event.SessionEnded;
import dev.remotesupport.contracts.event.SessionQueued;
import dev.remotesupport.contracts.event.StaffAvailabilityChanged;
import dev.remotesupport.platform.event.CloudEventHeaders;
import dev.remotesupport.testkit.TestKafka;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** What the session service says, through the broker. */
public final class TestEvents {

    private TestEvents() {}

    public static void sessionAssigned(TestPeople people) {
        sessionAssigned(people, people.technician().id(), 3);
    }

    /** The session has passed to this member of the staff. */
    public static void sessionAssigned(TestPeople people, String staff, long version) {
        publish(new SessionAssigned(
                people.organisation(), people.session(), version, Instant.now(), UUID.fromString(staff)));
    }

    /** The session is in the queue, at first or again. */
    public static void sessionQueued(TestPeople people, long version) {
        publish(new SessionQueued(people.organisation(), people.session(), version, Instant.now()));
    }

    /** A session of the organisation has been in the queue since then. */
    public static void sessionQueued(UUID organisation, UUID session, long version, Instant since) {
        publish(new SessionQueued(organisation, session, version, since));
    }

    /** A member of the staff takes sessions from now on, or no longer. */
    public static void staffIsThere(UUID organisation, UUID staff, long version, boolean there) {
        publish(new StaffAvailabilityChanged(
                organisation, staff, version, Instant.now(), there ? Availability.ONLINE : Availability.BREAK, true));
    }

    public static void sessionEnded(TestPeople people) {
        var now = Instant.now();
        publish(new SessionEnded(people.organisation(), people.session(), 4, now, "closed", now, now, 0));
    }

    /** It ended without anybody having helped. */
    public static void sessionMissed(TestPeople people) {
        var now = Instant.now();
        publish(new SessionEnded(people.organisation(), people.session(), 2, now, "abandoned", null, now, 0));
    }

    private static void publish(Event event) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", TestKafka.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            var record = new ProducerRecord<>(event.topic(), event.key(), EventJson.write(event));
            CloudEventHeaders.write(record.headers(), EventMetadata.of(UUID.randomUUID(), event, "test"));
            var unused = producer.send(record);
        }
    }
}
