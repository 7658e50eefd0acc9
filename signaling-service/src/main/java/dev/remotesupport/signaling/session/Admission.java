package dev.remotesupport.signaling.session;

import dev.remotesupport.signaling.socket.Refusal;

/** What session-service says to somebody who wants to enter a session's room. */
public sealed interface Admission {

    /** Come in; and this is how the session stands. */
    record Admitted(SessionRoom room) implements Admission {}

    /** Stay out. */
    record Refused(Refusal why) implements Admission {}

    /** Nothing: it could not be asked. The token still proves an admission of at most five minutes ago. */
    record Unanswered() implements Admission {}
}
