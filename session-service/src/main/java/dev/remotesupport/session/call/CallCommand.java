package dev.remotesupport.session.call;

import dev.remotesupport.contracts.Seat;
import dev.remotesupport.session.lifecycle.EndReason;
import java.time.Duration;
import java.util.UUID;

/** What can be asked of a call. */
public sealed interface CallCommand {

    /** Let it wait, for the first time or again. */
    record Queue() implements CallCommand {}

    /**
     * Let it ring for a time.
     *
     * @param at the side that may answer
     * @param staffId at whom it rings, or who calls the customer
     */
    record Ring(Seat at, UUID staffId, Duration time) implements CallCommand {}

    /** Both sides speak from now on. */
    record Answer(UUID staffId) implements CallCommand {}

    /** Let it go on, or ring on, with somebody else of the staff. */
    record HandOver(UUID staffId) implements CallCommand {}

    /** Whoever it rings at does not want it. */
    record Decline(EndReason reason) implements CallCommand {}

    /** It is over. */
    record End(EndReason reason) implements CallCommand {}
}
