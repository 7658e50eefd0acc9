package dev.remotesupport.stats;

import dev.remotesupport.contracts.Availability;
import dev.remotesupport.contracts.CallOutcome;
import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Channel;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.event.CallAnswered;
import dev.remotesupport.contracts.event.CallEnded;
import dev.remotesupport.contracts.event.CallQueued;
import dev.remotesupport.contracts.event.CallRinging;
import dev.remotesupport.contracts.event.Event;
import dev.remotesupport.contracts.event.EventJson;
import dev.remotesupport.contracts.event.EventMetadata;
import dev.remotesupport.contracts.event.MessagePosted;
import dev.remotesupport.contracts.event.SessionAssigned;
import dev.remotesupport.contracts.event.SessionEnded;
import dev.remotesupport.contracts.event.SessionOffered;
import dev.remotesupport.contracts.event.SessionQueued;
import dev.remotesupport.contracts.event.SessionRated;
import dev.remotesupport.contracts.event.SessionRequested;
import dev.remotesupport.contracts.event.StaffAvailabilityChanged;
import dev.remotesupport.platform.event.CloudEventHeaders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Events of one organisation, and ways to deliver them. */
public record TestEvents(UUID organisation) {

    public static TestEvents ofNewOrganisation() {
        return new TestEvents(UUID.randomUUID());
    }

    public SessionRequested requested(UUID session, String at) {
        return new SessionRequested(
                organisation, session, 1, Instant.parse(at), CallerKind.VISITOR, Channel.CHAT, null);
    }

    public SessionRequested requested(UUID session, String at, Channel channel) {
        return new SessionRequested(organisation, session, 1, Instant.parse(at), CallerKind.VISITOR, channel, null);
    }

    public SessionOffered offered(UUID session, long version, String at, UUID staff) {
        var time = Instant.parse(at);
        return new SessionOffered(organisation, session, version, time, staff, time.plusSeconds(20));
    }

    public SessionAssigned assigned(UUID session, long version, String at, UUID staff) {
        return new SessionAssigned(organisation, session, version, Instant.parse(at), staff);
    }

    public SessionQueued queued(UUID session, long version, String at) {
        return new SessionQueued(organisation, session, version, Instant.parse(at));
    }

    public SessionRated rated(UUID session, long version, String at, int rating) {
        return new SessionRated(organisation, session, version, Instant.parse(at), rating);
    }

    /** @param seconds 0 for a session that nobody took */
    public SessionEnded ended(UUID session, long version, String at, long seconds) {
        var end = Instant.parse(at);
        return new SessionEnded(
                organisation,
                session,
                version,
                end,
                "closed",
                seconds == 0 ? null : end.minusSeconds(seconds),
                end,
                seconds);
    }

    public StaffAvailabilityChanged availability(
            UUID staff, long version, String at, Availability availability, boolean connected) {
        return new StaffAvailabilityChanged(organisation, staff, version, Instant.parse(at), availability, connected);
    }

    public SessionEnded ended(UUID session, String at, long seconds) {
        var end = Instant.parse(at);
        return new SessionEnded(organisation, session, 4, end, "closed", end.minusSeconds(seconds), end, seconds);
    }

    public MessagePosted posted(UUID session, long sequence, String at) {
        return new MessagePosted(
                organisation,
                session,
                sequence,
                Instant.parse(at),
                UUID.randomUUID(),
                sequence,
                CallerKind.VISITOR,
                Seat.CUSTOMER);
    }

    /** A call that rang, was answered by somebody and is over. */
    public List<Event> call(UUID call, String asked, UUID staff, long wait, long seconds, Double score) {
        var at = Instant.parse(asked);
        var answered = at.plusSeconds(wait);
        var end = answered.plusSeconds(seconds);
        return List.of(
                new CallQueued(organisation, call, 1, at, call),
                new CallRinging(organisation, call, 2, at, call, staff, Seat.TECHNICIAN, at.plusSeconds(60)),
                new CallAnswered(organisation, call, 3, answered, call, staff, answered),
                new CallEnded(
                        organisation,
                        call,
                        4,
                        end,
                        call,
                        CallOutcome.COMPLETED,
                        "ended-by-customer",
                        answered,
                        end,
                        seconds,
                        score));
    }

    /** A call that nobody answered. */
    public List<Event> callInVain(UUID call, String asked, CallOutcome outcome) {
        var at = Instant.parse(asked);
        var end = at.plusSeconds(30);
        return List.of(
                new CallQueued(organisation, call, 1, at, call),
                new CallEnded(organisation, call, 2, end, call, outcome, "unanswered", null, end, 0, null));
    }

    /** As Kafka hands them to a consumer. */
    public static ConsumerRecords<String, String> records(List<? extends Event> events) {
        var records = new ArrayList<ConsumerRecord<String, String>>();
        for (var event : events) {
            var record = new ConsumerRecord<>(event.topic(), 0, records.size(), event.key(), EventJson.write(event));
            CloudEventHeaders.write(record.headers(), EventMetadata.of(UUID.randomUUID(), event, "test"));
            records.add(record);
        }
        return new ConsumerRecords<>(Map.of(new TopicPartition("any", 0), records), Map.of());
    }
}
