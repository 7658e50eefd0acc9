package dev.remotesupport.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** Where a call stands: queued, ringing, active; completed, missed or declined. */
public enum CallState {
    /** It waits for a technician. */
    QUEUED,

    /** One side may answer, for a short time. */
    RINGING,

    /** Both sides speak. */
    ACTIVE,

    /** They spoke, and one hung up. */
    COMPLETED,

    /** Nobody answered. */
    MISSED,

    /** Whoever it rang at did not want it. */
    DECLINED;

    /** The name on the wire and in the database. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** Reads a wire name; refuses any other with an {@link IllegalArgumentException}. */
    public static CallState of(String wire) {
        return Wire.constant(CallState.class, wire);
    }

    /** Where a call is that came to this end. */
    public static CallState after(CallOutcome outcome) {
        return switch (outcome) {
            case COMPLETED -> COMPLETED;
            case MISSED -> MISSED;
            case DECLINED -> DECLINED;
        };
    }

    /** Whether nothing can become of it any more. */
    public boolean isOver() {
        return outcome().isPresent();
    }

    /** How it came to its end; absent while it has not. */
    public Optional<CallOutcome> outcome() {
        return switch (this) {
            case QUEUED, RINGING, ACTIVE -> Optional.empty();
            case COMPLETED -> Optional.of(CallOutcome.COMPLETED);
            case MISSED -> Optional.of(CallOutcome.MISSED);
            case DECLINED -> Optional.of(CallOutcome.DECLINED);
        };
    }
}
