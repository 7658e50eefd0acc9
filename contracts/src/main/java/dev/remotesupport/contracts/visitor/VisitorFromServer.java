package dev.remotesupport.contracts.visitor;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.Limits;
import dev.remotesupport.contracts.OrAbsent;
import java.time.Instant;
import java.util.UUID;

/** What the server says on {@code /ws/visitor}: that a technician asks for a look, and what became of it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(VisitorFromServer.Welcome.class),
    @JsonSubTypes.Type(VisitorFromServer.TokenRenewed.class),
    @JsonSubTypes.Type(VisitorFromServer.Pong.class),
    @JsonSubTypes.Type(VisitorFromServer.Problem.class),
    @JsonSubTypes.Type(VisitorFromServer.AccessRequested.class),
    @JsonSubTypes.Type(VisitorFromServer.AccessClosed.class)
})
public sealed interface VisitorFromServer {

    /** The answer to a hello. */
    @JsonTypeName("welcome")
    record Welcome(int protocol) implements VisitorFromServer {
        public Welcome {
            Bounds.range(protocol, "protocol", 1, Integer.MAX_VALUE);
        }
    }

    /** The new token counts from now on. */
    @JsonTypeName("token.renewed")
    record TokenRenewed(Instant expiresAt) implements VisitorFromServer {
        public TokenRenewed {
            Bounds.present(expiresAt, "expiresAt");
        }
    }

    @JsonTypeName("pong")
    record Pong() implements VisitorFromServer {}

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
            @OrAbsent String about) implements VisitorFromServer {
        public Problem {
            Bounds.code(code, "code");
            Bounds.text(title, "title", Limits.TITLE);
            Bounds.textOrEmpty(detail, "detail", Limits.DETAIL);
            Bounds.text(id, "id", Limits.CODE);
            Bounds.optionalCode(about, "about");
        }
    }

    /** A member of the staff asks to see the page. Nothing is shown before a Yes; no answer in time is a No. */
    @JsonTypeName("access.requested")
    record AccessRequested(UUID request, String staffName, String reason, Instant expiresAt)
            implements VisitorFromServer {
        public AccessRequested {
            Bounds.present(request, "request");
            Bounds.text(staffName, "staffName", Limits.NAME);
            Bounds.textOrEmpty(reason, "reason", Limits.REASON);
            Bounds.present(expiresAt, "expiresAt");
        }
    }

    /**
     * A request is no longer open.
     *
     * @param outcome allowed, denied, expired or failed
     * @param sessionId the session that began, or null
     * @param detail why it failed, to be shown, or null
     */
    @JsonTypeName("access.closed")
    record AccessClosed(
            UUID request,
            String outcome,
            @OrAbsent UUID sessionId,
            @OrAbsent String detail) implements VisitorFromServer {
        public AccessClosed {
            Bounds.present(request, "request");
            Bounds.code(outcome, "outcome");
            Bounds.optionalText(detail, "detail", Limits.DETAIL);
        }
    }
}
