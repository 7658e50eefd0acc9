package dev.remotesupport.session.call;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.remotesupport.contracts.CallOutcome;
import dev.remotesupport.contracts.Wire;
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

    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    public static CallState of(String wire) {
        return Wire.constant(CallState.class, wire);
    }

    /** Whether nothing can become of it any more. */
    public boolean isOver() {
        return outcome().isPresent();
    }

    /** How it came to its end; absent while it has not. */
    Optional<CallOutcome> outcome() {
        return switch (this) {
            case QUEUED, RINGING, ACTIVE -> Optional.empty();
            case COMPLETED -> Optional.of(CallOutcome.COMPLETED);
            case MISSED -> Optional.of(CallOutcome.MISSED);
            case DECLINED -> Optional.of(CallOutcome.DECLINED);
        };
    }
}
