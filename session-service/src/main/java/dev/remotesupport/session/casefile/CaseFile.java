package dev.remotesupport.session.casefile;

import dev.remotesupport.platform.caller.Caller;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One case.
 *
 * @param number counts the organisation's cases, for people to refer to
 * @param customer whose sessions it holds; absent until the first is linked
 */
public record CaseFile(
        UUID id,
        long number,
        String title,
        Status status,
        Optional<Customer> customer,
        Person openedBy,
        Instant openedAt,
        Instant changedAt,
        Optional<Instant> closedAt) {

    public enum Status {
        OPEN,
        CLOSED
    }

    public record Customer(String id, String name) {}

    /** A member of the staff or an API key. */
    public record Person(String id, String name) {

        static Person of(Caller caller) {
            return new Person(caller.id(), caller.name().isBlank() ? "Staff" : caller.name());
        }
    }
}
