package dev.remotesupport.session.lifecycle;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Channel;
import dev.remotesupport.contracts.SessionState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One session at one of its versions.
 *
 * @param number counts the organisation's sessions, for people to refer to
 * @param version one higher with each event
 * @param machineName copied when the customer connected
 * @param location copied when the customer connected
 * @param tags what staff call it by, in order
 */
public record Session(
        UUID id,
        UUID organisation,
        long number,
        SessionState state,
        long version,
        List<Channel> channels,
        Customer customer,
        Optional<String> machineName,
        Optional<String> location,
        Optional<Site> site,
        Optional<Staff> staff,
        Optional<String> subject,
        Optional<Page> page,
        Times times,
        Optional<String> endReason,
        Attendance attendance,
        Routing routing,
        List<String> tags,
        Review review) {

    /**
     * Who is helped.
     *
     * @param id of the caller as its token named it, or as staff or an API key named it
     * @param claimed whether name, e-mail and {@code claimedId} are the visitor's own words, which nobody vouches for
     */
    public record Customer(
            CallerKind kind,
            String id,
            String name,
            Optional<String> email,
            boolean claimed,
            Optional<String> claimedId) {}

    /** The site that the session came from; its name is absent until the gateway's event has told it. */
    public record Site(UUID id, Optional<String> name) {}

    /** Who helps. */
    public record Staff(UUID id, String name) {}

    /** The page on which help was asked for. */
    public record Page(String url, String title) {}

    /** When things happened, by the database's clock. */
    public record Times(
            Instant requestedAt, Optional<Instant> connectedAt, Optional<Instant> endedAt, Instant lastActiveAt) {}

    /**
     * Whether the customer is there.
     *
     * @param seen whether a tab or device was ever connected
     * @param absentSince when the last of them went, or when help was asked for; absent while one is connected
     */
    public record Attendance(boolean seen, Optional<Instant> absentSince) {

        /** Whether the customer was there and has gone. */
        public boolean gone() {
            return seen && absentSince.isPresent();
        }
    }

    /**
     * For whom it waits.
     *
     * @param team whose members alone get it; absent is anybody
     * @param skill that its technician must have; absent is none
     * @param offer present while it is offered
     */
    public record Routing(Optional<UUID> team, Optional<String> skill, Optional<Offer> offer) {

        /** Whether it waits for whoever is free, and not for a team or a skill. */
        public boolean isForAnybody() {
            return team.isEmpty() && skill.isEmpty();
        }

        public boolean isOfferedTo(UUID staff) {
            return offer.filter(one -> one.staffId().equals(staff)).isPresent();
        }
    }

    /** That one member of the staff may accept it until then. */
    public record Offer(UUID staffId, Instant expiresAt) {}

    /** What the customer thinks of the help. */
    public record Review(Optional<Integer> rating, Optional<String> comment) {

        public static final Review NONE = new Review(Optional.empty(), Optional.empty());
    }

    /** From connecting to the end or until now; zero for a session that never connected. */
    public Duration duration(Instant now) {
        return times.connectedAt()
                .map(connected -> Duration.between(connected, times.endedAt().orElse(now)))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }
}
