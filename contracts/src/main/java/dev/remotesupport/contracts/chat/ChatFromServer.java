package dev.remotesupport.contracts.chat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.Limits;
import dev.remotesupport.contracts.OrAbsent;
import dev.remotesupport.contracts.Seat;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the server says on {@code /ws/chat}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(ChatFromServer.Welcome.class),
    @JsonSubTypes.Type(ChatFromServer.TokenRenewed.class),
    @JsonSubTypes.Type(ChatFromServer.Pong.class),
    @JsonSubTypes.Type(ChatFromServer.Problem.class),
    @JsonSubTypes.Type(ChatFromServer.ChatMessages.class),
    @JsonSubTypes.Type(ChatFromServer.ChatAccepted.class),
    @JsonSubTypes.Type(ChatFromServer.ChatRefused.class),
    @JsonSubTypes.Type(ChatFromServer.ChatEnded.class),
    @JsonSubTypes.Type(ChatFromServer.ChatTyping.class),
    @JsonSubTypes.Type(ChatFromServer.ChatProgress.class)
})
public sealed interface ChatFromServer {

    /**
     * The answer to a hello.
     *
     * @param participant the id of this connection's participant
     * @param last the sequence of the newest message, 0 before the first
     */
    @JsonTypeName("welcome")
    record Welcome(int protocol, UUID conversation, UUID participant, long last) implements ChatFromServer {
        public Welcome {
            Bounds.range(protocol, "protocol", 1, Integer.MAX_VALUE);
            Bounds.present(conversation, "conversation");
            Bounds.present(participant, "participant");
            Bounds.counter(last, "last", 0);
        }
    }

    /** The new token counts from now on. */
    @JsonTypeName("token.renewed")
    record TokenRenewed(Instant expiresAt) implements ChatFromServer {
        public TokenRenewed {
            Bounds.present(expiresAt, "expiresAt");
        }
    }

    @JsonTypeName("pong")
    record Pong() implements ChatFromServer {}

    /**
     * Something was refused; the connection goes on.
     *
     * @param code by which a program tells problems apart
     * @param id by which it is found in the log
     * @param about the type of the frame that it answers, or null
     */
    @JsonTypeName("problem")
    record Problem(
            String code,
            String title,
            String detail,
            String id,
            @OrAbsent String about) implements ChatFromServer {
        public Problem {
            Bounds.code(code, "code");
            Bounds.text(title, "title", Limits.TITLE);
            Bounds.textOrEmpty(detail, "detail", Limits.DETAIL);
            Bounds.text(id, "id", Limits.CODE);
            Bounds.optionalCode(about, "about");
        }
    }

    /**
     * Messages in the order of their sequence.
     *
     * @param last the sequence of the newest message of the conversation: more to fetch where it is greater than that of
     *     the last one here
     * @param through nothing that is for this client is missing up to here; greater than the sequence of the last message
     *     where notes follow it that are not for this client. Null only from an older server
     */
    @JsonTypeName("chat.messages")
    record ChatMessages(
            List<ChatMessage> messages, long last, @OrAbsent Long through) implements ChatFromServer {
        public ChatMessages {
            messages = Bounds.list(messages, "messages", Limits.MESSAGES_PER_FRAME);
            Bounds.counter(last, "last", 0);
            if (through != null) {
                Bounds.counter(through, "through", 0);
            }
        }
    }

    /** To the sender: the message is stored for good. */
    @JsonTypeName("chat.accepted")
    record ChatAccepted(String clientMessageId, UUID id, long sequence, Instant at) implements ChatFromServer {
        public ChatAccepted {
            Bounds.clientMessageId(clientMessageId, "clientMessageId");
            Bounds.present(id, "id");
            Bounds.counter(sequence, "sequence", 1);
            Bounds.present(at, "at");
        }
    }

    /** To the sender: the message was not stored. */
    @JsonTypeName("chat.refused")
    record ChatRefused(String clientMessageId, String code, String detail) implements ChatFromServer {
        public ChatRefused {
            Bounds.clientMessageId(clientMessageId, "clientMessageId");
            Bounds.code(code, "code");
            Bounds.textOrEmpty(detail, "detail", Limits.DETAIL);
        }
    }

    /** The conversation takes no more messages. */
    @JsonTypeName("chat.ended")
    record ChatEnded() implements ChatFromServer {}

    /**
     * Somebody else in the conversation is writing: shown for a few seconds, until a message comes or the next of these
     * does not.
     */
    @JsonTypeName("chat.typing")
    record ChatTyping(Seat seat, String name) implements ChatFromServer {
        public ChatTyping {
            Bounds.present(seat, "seat");
            Bounds.textOrEmpty(name, "name", Limits.NAME);
        }

        @Override
        public String toString() {
            return "ChatTyping[seat=" + seat + "]";
        }
    }

    /**
     * How far the other side has come; it never goes back. Sent after the welcome and when it changes.
     *
     * @param seat the side whose progress it is
     * @param delivered the newest sequence that has reached a client of that side
     * @param read the newest sequence that a person of that side has seen
     */
    @JsonTypeName("chat.progress")
    record ChatProgress(Seat seat, long delivered, long read) implements ChatFromServer {
        public ChatProgress {
            Bounds.present(seat, "seat");
            Bounds.counter(delivered, "delivered", 0);
            Bounds.counter(read, "read", 0);
        }
    }
}
