package dev.remotesupport.signaling.socket;

import dev.remotesupport.contracts.CloseCode;
import dev.remotesupport.contracts.signal.SignalFromServer;
import java.util.UUID;

/**
 * Why something was not done: the service's error catalogue. Some end the connection with their close code, some are only
 * told.
 */
public enum Refusal {
    MALFORMED(CloseCode.MALFORMED, "malformed", "The message could not be read."),
    UNKNOWN_TYPE(CloseCode.UNEXPECTED, "unknown-type", "This kind of message is not known here."),
    PROTOCOL(CloseCode.UNEXPECTED, "protocol-not-spoken", "This version of the protocol is not spoken here."),
    SECOND_HELLO(CloseCode.UNEXPECTED, "second-hello", "Hello is said once."),
    OUT_OF_SEQUENCE(CloseCode.UNEXPECTED, "out-of-sequence", "A part of the recording is missing or came twice."),
    TOO_LARGE(CloseCode.TOO_LARGE, "too-large", "The message is larger than this socket takes."),
    HELLO_MISSING(CloseCode.HELLO_MISSING, "hello-missing", "No hello came in time."),
    REPLAYED(CloseCode.TOKEN, "replayed", "This token has opened a connection before."),
    TOKEN_EXPIRED(CloseCode.TOKEN, "token-expired", "The token has come to its end."),
    TOKEN_INVALID(CloseCode.TOKEN, "token-invalid", "The token is not valid here."),
    WRONG_SEAT(CloseCode.FORBIDDEN, "wrong-seat", "The other side says this, not you."),
    REMOVED(CloseCode.FORBIDDEN, "removed", "You no longer take part in this session."),
    ROOM_FULL(CloseCode.FORBIDDEN, "room-full", "Too many are in this session already."),
    SESSION_UNKNOWN(CloseCode.SESSION_UNKNOWN, "session-unknown", "There is no such session."),
    SESSION_ENDED(CloseCode.SESSION_ENDED, "session-ended", "The session is over."),
    REPLACED(CloseCode.REPLACED, "replaced", "A newer connection of yours took over."),
    MOVED(CloseCode.MOVED, "moved", "The room is served elsewhere."),
    SHUTTING_DOWN(CloseCode.SHUTTING_DOWN, "shutting-down", "This replica is going down."),
    AWAY(CloseCode.SHUTTING_DOWN, "unavailable", "A part of the service is away for a moment."),
    SILENT(CloseCode.SHUTTING_DOWN, "silent", "The connection seems cut."),
    FLOOD(CloseCode.FLOOD, "flood", "Too much in too short a time."),
    TOO_SLOW(CloseCode.FLOOD, "too-slow", "Your connection does not take what is sent to it."),

    NOBODY_TO_ASK(null, "nobody-to-ask", "The customer is not here at the moment."),
    NOTHING_TO_SHOW(null, "nothing-to-show", "The customer's browser cannot show this."),
    REQUEST_UNKNOWN(null, "request-unknown", "This request is no longer open."),
    PEER_UNKNOWN(null, "peer-unknown", "Whom this is for is not here."),
    TOO_MANY(null, "too-many", "Too many of these in a short time."),
    TAB_UNKNOWN(null, "tab-unknown", "This page is no longer here."),
    CONTROL_HELD(null, "control-held", "Another technician controls this page."),
    NOT_GRANTED(null, "not-granted", "The customer does not allow this."),
    PLAN_LIMIT(null, "plan-limit", "The plan does not include more pages at once."),
    NOT_STORED(null, "not-stored", "This could not be stored. Try again.");

    private final CloseCode closeCode;
    private final String code;
    private final String title;

    Refusal(CloseCode closeCode, String code, String title) {
        this.closeCode = closeCode;
        this.code = code;
        this.title = title;
    }

    /** Null when the connection goes on. */
    CloseCode closeCode() {
        return closeCode;
    }

    public String code() {
        return code;
    }

    /** What the other side is told; the id is in the log too. */
    public SignalFromServer.Problem problem(UUID id, String detail, String about) {
        return new SignalFromServer.Problem(code, title, detail, id.toString(), about);
    }

    /** Whether it is the sender's fault, and so worth a line in the log. */
    boolean isFault() {
        return switch (this) {
            case MALFORMED,
                    UNKNOWN_TYPE,
                    PROTOCOL,
                    SECOND_HELLO,
                    OUT_OF_SEQUENCE,
                    REPLAYED,
                    TOKEN_INVALID,
                    WRONG_SEAT -> true;
            case FLOOD, TOO_SLOW, TOO_LARGE -> true;
            default -> false;
        };
    }
}
