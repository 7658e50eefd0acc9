package dev.remotesupport.contracts.chat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.Limits;
import dev.remotesupport.contracts.OrAbsent;
import java.util.UUID;

/** What a client may say on {@code /ws/chat}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(ChatFromClient.Hello.class),
    @JsonSubTypes.Type(ChatFromClient.TokenRenew.class),
    @JsonSubTypes.Type(ChatFromClient.Ping.class),
    @JsonSubTypes.Type(ChatFromClient.ChatSend.class),
    @JsonSubTypes.Type(ChatFromClient.ChatFetch.class),
    @JsonSubTypes.Type(ChatFromClient.ChatTyping.class),
    @JsonSubTypes.Type(ChatFromClient.ChatRead.class)
})
public sealed interface ChatFromClient {

    /**
     * First on every connection, once.
     *
     * @param after the last sequence that the client has, or null if it wants only what comes
     */
    @JsonTypeName("hello")
    record Hello(int protocol, @OrAbsent Long after) implements ChatFromClient {
        public Hello {
            Bounds.range(protocol, "protocol", 1, Integer.MAX_VALUE);
            if (after != null) {
                Bounds.counter(after, "after", 0);
            }
        }
    }

    /** Hands over a fresh token before the old one ends. */
    @JsonTypeName("token.renew")
    record TokenRenew(String token) implements ChatFromClient {
        public TokenRenew {
            Bounds.text(token, "token", Limits.TOKEN);
        }

        @Override
        public String toString() {
            return "TokenRenew[]";
        }
    }

    @JsonTypeName("ping")
    record Ping() implements ChatFromClient {}

    /**
     * Posts a message.
     *
     * @param clientMessageId the sender's own name for it: sent again, the message is stored once
     * @param text what is said; with a file its name or a caption
     * @param messageType null means text; a file or image names its attachment
     * @param attachmentId what the same sender uploaded to this conversation before, or null
     * @param internal whether it is a note for staff alone; null means no
     */
    @JsonTypeName("chat.send")
    record ChatSend(
            String clientMessageId,
            String text,
            @OrAbsent MessageType messageType,
            @OrAbsent UUID attachmentId,
            @OrAbsent Boolean internal)
            implements ChatFromClient {
        public ChatSend {
            Bounds.clientMessageId(clientMessageId, "clientMessageId");
            Bounds.text(text, "text", Limits.MESSAGE_TEXT);
        }

        /** A plain text. */
        public ChatSend(String clientMessageId, String text) {
            this(clientMessageId, text, null, null, null);
        }

        @Override
        public String toString() {
            return "ChatSend[clientMessageId=" + clientMessageId + "]";
        }
    }

    /** Asks for the messages after a sequence. */
    @JsonTypeName("chat.fetch")
    record ChatFetch(long after) implements ChatFromClient {
        public ChatFetch {
            Bounds.counter(after, "after", 0);
        }
    }

    /** Its sender is writing; passed on at most once in two seconds. */
    @JsonTypeName("chat.typing")
    record ChatTyping() implements ChatFromClient {}

    /** Everything up to a message has been seen by a person. */
    @JsonTypeName("chat.read")
    record ChatRead(long sequence) implements ChatFromClient {
        public ChatRead {
            Bounds.counter(sequence, "sequence", 1);
        }
    }
}
