package dev.remotesupport.session.lifecycle;

import dev.remotesupport.session.lifecycle.Session.Staff;

/** What can be asked of a session. */
public sealed interface Command {

    /** Let it wait for a technician, or return to its place in the queue. */
    record Queue() implements Command {}

    /** Give it to a member of the staff. */
    record Assign(Staff staff) implements Command {}

    /** The customer is away for the moment. */
    record Interrupt() implements Command {}

    /** The customer is back. */
    record Resume() implements Command {}

    /** It is over. */
    record End(EndReason reason) implements Command {}
}
