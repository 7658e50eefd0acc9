package dev.remotesupport.contracts.console;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.Limits;
import dev.remotesupport.contracts.OrAbsent;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.SessionState;
import java.time.Instant;
import java.util.UUID;

/** What the server says on {@code /ws/console}: that something changed; the console fetches what it shows. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(ConsoleFromServer.Welcome.class),
    @JsonSubTypes.Type(ConsoleFromServer.TokenRenewed.class),
    @JsonSubTypes.Type(ConsoleFromServer.Pong.class),
    @JsonSubTypes.Type(ConsoleFromServer.Problem.class),
    @JsonSubTypes.Type(ConsoleFromServer.SessionChanged.class),
    @JsonSubTypes.Type(ConsoleFromServer.ChatPosted.class)
})
public sealed interface ConsoleFromServer {

    /** The answer to a hello. */
    @JsonTypeName("welcome")
    record Welcome(int protocol) implements ConsoleFromServer {
        public Welcome {
            Bounds.range(protocol, "protocol", 1, Integer.MAX_VALUE);
        }
    }

    /** The new token counts from now on. */
    @JsonTypeName("token.renewed")
    record TokenRenewed(Instant expiresAt) implements ConsoleFromServer {
        public TokenRenewed {
            Bounds.present(expiresAt, "expiresAt");
        }
    }

    @JsonTypeName("pong")
    record Pong() implements ConsoleFromServer {}

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
            @OrAbsent String about) implements ConsoleFromServer {
        public Problem {
            Bounds.code(code, "code");
            Bounds.text(title, "title", Limits.TITLE);
            Bounds.textOrEmpty(detail, "detail", Limits.DETAIL);
            Bounds.text(id, "id", Limits.CODE);
            Bounds.optionalCode(about, "about");
        }
    }

    /** A session of the organisation was made or changed; {@code version} tells old news from new. */
    @JsonTypeName("session.changed")
    record SessionChanged(UUID sessionId, SessionState state, long version) implements ConsoleFromServer {
        public SessionChanged {
            Bounds.present(sessionId, "sessionId");
            Bounds.present(state, "state");
            Bounds.counter(version, "version", 1);
        }
    }

    /** A message was stored in a session's conversation. */
    @JsonTypeName("chat.posted")
    record ChatPosted(UUID sessionId, long sequence, Seat seat) implements ConsoleFromServer {
        public ChatPosted {
            Bounds.present(sessionId, "sessionId");
            Bounds.counter(sequence, "sequence", 1);
            Bounds.present(seat, "seat");
        }
    }
}
