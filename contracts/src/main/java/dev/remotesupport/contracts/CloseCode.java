package dev.remotesupport.contracts;

/** Why the server closes a socket; the client decides by it whether and how to come back. */
public enum CloseCode {
    /** A frame that is not JSON, or whose fields are missing, of a wrong type or out of bounds. */
    MALFORMED(4400, "malformed"),
    /** The token is invalid, expired or was used before. Fetch a new one. */
    TOKEN(4401, "token"),
    /** The token is good, but this is not allowed with it. */
    FORBIDDEN(4403, "forbidden"),
    /** There is no such session. */
    SESSION_UNKNOWN(4404, "session-unknown"),
    /** No {@code hello} came within five seconds. */
    HELLO_MISSING(4408, "hello-missing"),
    /** A newer connection of the same participant took over. Do not reconnect. */
    REPLACED(4409, "replaced"),
    /** The room lives on another replica. Reconnect at once. */
    MOVED(4410, "moved"),
    /** An unknown type, or a frame that does not belong here: a second hello, a wrong sequence. */
    UNEXPECTED(4422, "unexpected"),
    /** Too many frames or bytes in too short a time. */
    FLOOD(4429, "flood"),
    /** The session is over. */
    SESSION_ENDED(4499, "session-ended"),
    /** The frame is larger than the socket takes; see {@link Limits}. */
    TOO_LARGE(1009, "too-large"),
    /** This replica is going down. Reconnect after a short random wait. */
    SHUTTING_DOWN(1012, "shutting-down");

    private final int code;
    private final String reason;

    CloseCode(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    /** The number in the WebSocket close frame. */
    public int code() {
        return code;
    }

    /** The words in the WebSocket close frame. */
    public String reason() {
        return reason;
    }
}
