package dev.remotesupport.contracts.console;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.Limits;

/** What a console may say on {@code /ws/console}: nothing that changes anything. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(ConsoleFromClient.Hello.class),
    @JsonSubTypes.Type(ConsoleFromClient.TokenRenew.class),
    @JsonSubTypes.Type(ConsoleFromClient.Ping.class)
})
public sealed interface ConsoleFromClient {

    /** First on every connection, once. */
    @JsonTypeName("hello")
    record Hello(int protocol) implements ConsoleFromClient {
        public Hello {
            Bounds.range(protocol, "protocol", 1, Integer.MAX_VALUE);
        }
    }

    /** Hands over a fresh token before the old one ends. */
    @JsonTypeName("token.renew")
    record TokenRenew(String token) implements ConsoleFromClient {
        public TokenRenew {
            Bounds.text(token, "token", Limits.TOKEN);
        }

        @Override
        public String toString() {
            return "TokenRenew[]";
        }
    }

    @JsonTypeName("ping")
    record Ping() implements ConsoleFromClient {}
}
