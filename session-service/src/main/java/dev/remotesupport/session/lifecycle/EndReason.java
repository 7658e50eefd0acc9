package dev.remotesupport.session.lifecycle;

import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.CallerKind;

/**
 * Why a session ended, as a code for programs; the known ones stand here, and who ends a session may give its own.
 *
 * @param code lower-case words joined by dashes, at most 64 characters
 */
public record EndReason(String code) {

    /** What a code looks like, for the edge to check before it comes here. */
    public static final String PATTERN = "[a-z][a-z0-9]*([._-][a-z0-9]+)*";

    public static final EndReason BY_CUSTOMER = new EndReason("ended-by-customer");
    public static final EndReason BY_STAFF = new EndReason("ended-by-staff");
    public static final EndReason BY_API = new EndReason("ended-by-api");

    /** Nobody answered, where it could not ring anybody else. */
    public static final EndReason UNANSWERED = new EndReason("unanswered");

    /** One side of a call was not heard any more. */
    public static final EndReason CONNECTION_LOST = new EndReason("connection-lost");

    /** The customer did not want to wait, and asked to be called back. */
    public static final EndReason CALL_BACK = new EndReason("call-back-requested");

    /** Nobody was there any more before a technician came. */
    public static final EndReason ABANDONED = new EndReason("abandoned");

    /** The customer was away for too long. */
    public static final EndReason INTERRUPTED_TOO_LONG = new EndReason("interrupted-too-long");

    /** Nobody wrote or did anything for too long. */
    public static final EndReason IDLE = new EndReason("idle");

    /** The reason of somebody who gives none. */
    public static EndReason by(CallerKind kind) {
        return switch (kind) {
            case CUSTOMER, VISITOR, HELPER -> BY_CUSTOMER;
            case STAFF, OPERATOR -> BY_STAFF;
            case API_KEY -> BY_API;
        };
    }

    public EndReason {
        Bounds.code(code, "reason");
    }
}
