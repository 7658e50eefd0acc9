package dev.remotesupport.stats.fact;

import dev.remotesupport.contracts.Availability;
import dev.remotesupport.contracts.event.CallEnded;
import dev.remotesupport.contracts.event.Event;
import dev.remotesupport.contracts.event.SessionAssigned;
import dev.remotesupport.contracts.event.SessionEnded;
import dev.remotesupport.contracts.event.SessionOffered;
import dev.remotesupport.contracts.event.SessionRated;
import dev.remotesupport.contracts.event.SessionRequested;
import dev.remotesupport.contracts.event.StaffAvailabilityChanged;
import java.time.Instant;
import java.util.UUID;

/** What is kept of an event. */
record Fact(String topic, String key, long version, UUID organisation, String type, Instant at, Details details) {

    /**
     * What only some events tell; the others leave it null.
     *
     * @param durationSeconds of a session that ended
     * @param channel with which a session began
     * @param staff whom a session was offered or given to, or whose availability changed
     * @param rating of a session, 1 to 5
     * @param onDuty whether sessions come to that member of the staff from then on
     * @param call of a call that ended
     */
    record Details(Long durationSeconds, String channel, UUID staff, Integer rating, Boolean onDuty, EndOfCall call) {

        static final Details NONE = new Details(null, null, null, null, null, EndOfCall.NONE);

        private Details(Long durationSeconds, String channel, UUID staff, Integer rating, Boolean onDuty) {
            this(durationSeconds, channel, staff, rating, onDuty, EndOfCall.NONE);
        }

        static Details of(Event event) {
            return switch (event) {
                case SessionRequested requested ->
                    new Details(null, requested.channel().wire(), null, null, null);
                case SessionOffered offered -> new Details(null, null, offered.staffId(), null, null);
                case SessionAssigned assigned -> new Details(null, null, assigned.staffId(), null, null);
                case SessionEnded ended -> new Details(ended.durationSeconds(), null, null, null, null);
                case SessionRated rated -> new Details(null, null, null, rated.rating(), null);
                case CallEnded ended -> new Details(null, null, null, null, null, EndOfCall.of(ended));
                case StaffAvailabilityChanged changed ->
                    new Details(null, null, changed.staffId(), null, isOnDuty(changed));
                default -> NONE;
            };
        }

        private static boolean isOnDuty(StaffAvailabilityChanged changed) {
            return changed.connected()
                    && (changed.availability() == Availability.ONLINE || changed.availability() == Availability.BUSY);
        }
    }

    /**
     * How a call ended; all null where it is about no such thing.
     *
     * @param score the mean of its quality, 1 to 5; null where it was not measured
     */
    record EndOfCall(String outcome, Long seconds, Double score) {

        static final EndOfCall NONE = new EndOfCall(null, null, null);

        static EndOfCall of(CallEnded ended) {
            return new EndOfCall(ended.outcome().wire(), ended.durationSeconds(), ended.score());
        }
    }

    static Fact of(Event event) {
        return new Fact(
                event.topic(),
                event.key(),
                event.version(),
                event.organisation(),
                event.type(),
                event.at(),
                Details.of(event));
    }
}
