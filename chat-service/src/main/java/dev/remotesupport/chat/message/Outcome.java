package dev.remotesupport.chat.message;

import dev.remotesupport.chat.ChatProblem;
import dev.remotesupport.contracts.chat.ChatMessage;

/** What became of a message. */
public sealed interface Outcome {

    /** It is stored. */
    record Accepted(ChatMessage message) implements Outcome {}

    /** It was stored before, as this. */
    record Repeated(ChatMessage message) implements Outcome {}

    /** It is not stored. */
    record Refused(ChatProblem problem) implements Outcome {}
}
