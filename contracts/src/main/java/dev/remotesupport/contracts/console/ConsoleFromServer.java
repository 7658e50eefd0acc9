package dev.remotesupport.contracts.console;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.remotesupport.contracts.Availability;
import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.CallState;
import dev.remotesupport.contracts.Limits;
import dev.remotesupport.contracts.OrAbsent;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.SessionState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the server says on {@code /ws/console}: that something changed; the console fetches what it shows. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(ConsoleFromServer.Welcome.class),
    @JsonSubTypes.Type(ConsoleFromServer.TokenRenewed.class),
    @JsonSubTypes.Type(ConsoleFromServer.Pong.class),
    @JsonSubTypes.Type(ConsoleFromServer.Problem.class),
    @JsonSubTypes.Type(ConsoleFromServer.SessionChanged.class),
    @JsonSubTypes.Type(ConsoleFromServer.ChatPosted.class),
    @JsonSubTypes.Type(ConsoleFromServer.SessionOffered.class),
    @JsonSubTypes.Type(ConsoleFromServer.CallChanged.class),
    @JsonSubTypes.Type(ConsoleFromServer.SessionIdle.class),
    @JsonSubTypes.Type(ConsoleFromServer.StaffChanged.class),
    @JsonSubTypes.Type(ConsoleFromServer.QueueChanged.class),
    @JsonSubTypes.Type(ConsoleFromServer.News.class)
})
public sealed interface ConsoleFromServer {

    /** What all consoles of an organisation may be told. */
    @JsonSubTypes({
        @JsonSubTypes.Type(SessionChanged.class),
        @JsonSubTypes.Type(ChatPosted.class),
        @JsonSubTypes.Type(CallChanged.class),
        @JsonSubTypes.Type(SessionIdle.class),
        @JsonSubTypes.Type(StaffChanged.class),
        @JsonSubTypes.Type(QueueChanged.class)
    })
    sealed interface Change extends ConsoleFromServer {}

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

    /**
     * A session of the organisation was made or changed.
     *
     * @param version tells old news from new
     * @param staffId who has it now, or is offered it, or null
     */
    @JsonTypeName("session.changed")
    record SessionChanged(
            UUID sessionId,
            SessionState state,
            long version,
            @OrAbsent UUID staffId) implements Change {
        public SessionChanged {
            Bounds.present(sessionId, "sessionId");
            Bounds.present(state, "state");
            Bounds.counter(version, "version", 1);
        }
    }

    /** A message was stored in a session's conversation. */
    @JsonTypeName("chat.posted")
    record ChatPosted(UUID sessionId, long sequence, Seat seat) implements Change {
        public ChatPosted {
            Bounds.present(sessionId, "sessionId");
            Bounds.counter(sequence, "sequence", 1);
            Bounds.present(seat, "seat");
        }
    }

    /** To the consoles of the member of the staff concerned: accept it before it returns to its place in the queue. */
    @JsonTypeName("session.offered")
    record SessionOffered(UUID sessionId, UUID staffId, Instant expiresAt) implements ConsoleFromServer {
        public SessionOffered {
            Bounds.present(sessionId, "sessionId");
            Bounds.present(staffId, "staffId");
            Bounds.present(expiresAt, "expiresAt");
        }
    }

    /**
     * A call of the organisation waits, rings, was answered, went to somebody else, or is over.
     *
     * @param version tells old news from new
     * @param staffId who speaks, or at whom it rings or who rings, or null
     * @param ringsAt the side that may answer, or null
     * @param expiresAt when it rings no more, or null
     */
    @JsonTypeName("call.changed")
    record CallChanged(
            UUID callId,
            UUID sessionId,
            CallState state,
            long version,
            @OrAbsent UUID staffId,
            @OrAbsent Seat ringsAt,
            @OrAbsent Instant expiresAt)
            implements Change {
        public CallChanged {
            Bounds.present(callId, "callId");
            Bounds.present(sessionId, "sessionId");
            Bounds.present(state, "state");
            Bounds.counter(version, "version", 1);
        }
    }

    /** To the consoles of whoever has the session: it ends then if nothing happens until then. */
    @JsonTypeName("session.idle")
    record SessionIdle(UUID sessionId, Instant endsAt) implements Change {
        public SessionIdle {
            Bounds.present(sessionId, "sessionId");
            Bounds.present(endsAt, "endsAt");
        }
    }

    /**
     * A member of the staff came, went, or said something else of itself.
     *
     * @param connected whether a console of theirs was heard just now
     */
    @JsonTypeName("staff.changed")
    record StaffChanged(UUID staffId, Availability availability, boolean connected) implements Change {
        public StaffChanged {
            Bounds.present(staffId, "staffId");
            Bounds.present(availability, "availability");
        }
    }

    /** The queue of the organisation moved; told at most once a second. */
    @JsonTypeName("queue.changed")
    record QueueChanged(int waiting) implements Change {
        public QueueChanged {
            Bounds.range(waiting, "waiting", 0, Integer.MAX_VALUE);
        }
    }

    /** Several at once of what an organisation is told, oldest first; of what changed twice the newest alone. */
    @JsonTypeName("news")
    record News(List<Change> items) implements ConsoleFromServer {
        public News {
            items = Bounds.list(items, "items", Limits.NEWS);
        }
    }
}
