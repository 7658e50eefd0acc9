package dev.remotesupport.session.call;

import dev.remotesupport.contracts.CallState;
import dev.remotesupport.contracts.Seat;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One call at one of its versions.
 *
 * @param version one higher with each event
 * @param askedBy the side that asked for it
 * @param endsSession whether its session is there for the call, and ends with it
 * @param staff at whom it rings, or who speaks; nobody while it waits
 */
public record Call(
        UUID id,
        UUID organisation,
        UUID session,
        CallState state,
        long version,
        Seat askedBy,
        boolean endsSession,
        Optional<UUID> staff,
        Optional<Ring> ring,
        Times times,
        Optional<String> endReason,
        Hearing hearing,
        Quality quality) {

    /**
     * That one side may answer it until then.
     *
     * @param since when it began to ring there
     */
    public record Ring(Seat at, Instant since, Instant expiresAt) {}

    /** When things happened, by the database's clock. */
    public record Times(
            Instant requestedAt, Optional<Instant> answeredAt, Optional<Instant> endedAt, Instant changedAt) {}

    /** When each side was last heard of, once it was answered. */
    public record Hearing(Optional<Instant> customer, Optional<Instant> staff) {}

    /**
     * What both sides measured, as means of all their reports.
     *
     * @param score 1 to 5, 5 is best; absent while nothing was measured
     * @param customerScore what the customer's side measured last
     * @param staffScore what the technician's side measured last
     */
    public record Quality(
            int reports,
            Optional<Double> score,
            Optional<Double> worst,
            double lossPercent,
            double jitterMs,
            double roundTripMs,
            Optional<Double> customerScore,
            Optional<Double> staffScore) {}

    /** Whether this member of the staff has it, or is rung by it. */
    public boolean isWith(UUID member) {
        return staff.filter(member::equals).isPresent();
    }

    public boolean ringsAt(Seat seat) {
        return ring.filter(ringing -> ringing.at() == seat).isPresent();
    }

    /** From the first answer to the end or until now; zero for one that nobody answered. A client's clock has no say in it. */
    public Duration duration(Instant now) {
        return times.answeredAt()
                .map(answered -> Duration.between(answered, times.endedAt().orElse(now)))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }
}
