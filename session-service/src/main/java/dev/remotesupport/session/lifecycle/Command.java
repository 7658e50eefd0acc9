package dev.remotesupport.session.lifecycle;

import dev.remotesupport.session.lifecycle.Session.Staff;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** What can be asked of a session. */
public sealed interface Command {

    /** Let it wait for a technician; an offer that is declined or expires brings it back to its place in the queue. */
    record Queue() implements Command {}

    /** Let one member of the staff accept it, for a time. */
    record Offer(UUID staffId, Duration time) implements Command {}

    /** Give it to a member of the staff. */
    record Assign(Staff staff) implements Command {}

    /** Let somebody else help from now on. */
    record Transfer(Staff staff) implements Command {}

    /** Let it wait again, at the place of its request, for anybody or for one team. */
    record Requeue(Optional<UUID> team) implements Command {}

    /** The customer is away for the moment. */
    record Interrupt() implements Command {}

    /** The customer is back. */
    record Resume() implements Command {}

    /** It is over. */
    record End(EndReason reason) implements Command {}
}
