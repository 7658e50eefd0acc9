package dev.remotesupport.chat;

import dev.remotesupport.platform.problem.ProblemKind;

/** Everything the chat service refuses, over REST and on the socket. */
public enum ChatProblem implements ProblemKind {
    TEXT_NOT_ALLOWED(400, "text-not-allowed", "This text cannot be sent."),
    TYPE_NOT_SUPPORTED(400, "type-not-supported", "Messages of this type cannot be sent."),
    NOT_A_PARTICIPANT(403, "not-a-participant", "This conversation is between others."),
    SCOPE_MISSING(403, "scope-missing", "This API key is not meant for that."),
    CONVERSATION_UNKNOWN(404, "conversation-unknown", "There is no such conversation."),
    SESSION_ENDED(409, "session-ended", "The session has ended."),
    TOO_FAST(429, "too-fast", "Too many messages at once. Wait a moment."),
    BUSY(503, "busy", "More messages are waiting than can be stored. Try again in a moment."),
    UNAVAILABLE(503, "unavailable", "Messages cannot be stored at the moment. Try again.");

    private final int status;
    private final String code;
    private final String title;

    ChatProblem(int status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }
}
