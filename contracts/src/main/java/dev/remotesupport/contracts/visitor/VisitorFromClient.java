package dev.remotesupport.contracts.visitor;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.Limits;
import java.util.UUID;

/** What a page may say on {@code /ws/visitor}: that somebody is on it, and whether they let a technician look. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(VisitorFromClient.Hello.class),
    @JsonSubTypes.Type(VisitorFromClient.TokenRenew.class),
    @JsonSubTypes.Type(VisitorFromClient.Ping.class),
    @JsonSubTypes.Type(VisitorFromClient.PageChanged.class),
    @JsonSubTypes.Type(VisitorFromClient.AccessAnswer.class)
})
public sealed interface VisitorFromClient {

    /**
     * First on every connection, once.
     *
     * @param tab the tab's own name for itself, the same over its page loads
     * @param title empty where it is private
     */
    @JsonTypeName("hello")
    record Hello(int protocol, String tab, String url, String title, boolean visible) implements VisitorFromClient {
        public Hello {
            Bounds.range(protocol, "protocol", 1, Integer.MAX_VALUE);
            Bounds.clientMessageId(tab, "tab");
            Bounds.text(url, "url", Limits.URL);
            Bounds.textOrEmpty(title, "title", Limits.TITLE);
        }
    }

    /** Hands over a fresh token before the old one ends. */
    @JsonTypeName("token.renew")
    record TokenRenew(String token) implements VisitorFromClient {
        public TokenRenew {
            Bounds.text(token, "token", Limits.TOKEN);
        }

        @Override
        public String toString() {
            return "TokenRenew[]";
        }
    }

    @JsonTypeName("ping")
    record Ping() implements VisitorFromClient {}

    /** The tab shows another page, or came to the front or went behind. */
    @JsonTypeName("page.changed")
    record PageChanged(String url, String title, boolean visible) implements VisitorFromClient {
        public PageChanged {
            Bounds.text(url, "url", Limits.URL);
            Bounds.textOrEmpty(title, "title", Limits.TITLE);
        }
    }

    /** Answers an {@code access.requested}. */
    @JsonTypeName("access.answer")
    record AccessAnswer(UUID request, boolean allowed) implements VisitorFromClient {
        public AccessAnswer {
            Bounds.present(request, "request");
        }
    }
}
