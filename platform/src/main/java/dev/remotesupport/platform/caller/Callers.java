package dev.remotesupport.platform.caller;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.StaffRole;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads callers from tokens that the gateway signed. */
@ApplicationScoped
public class Callers {

    /** The only group of whoever a call rings at, for making ready for it: no route is open to it. */
    public static final String EARLY = "early";

    private final JWTParser parser;

    Callers(JWTParser parser) {
        this.parser = parser;
    }

    /**
     * Verifies a token that came in a message instead of a header, such as a socket's renewal. Fails with {@link
     * SecurityException} when it is expired, foreign or no token of ours. Never blocks the caller's thread.
     */
    public Uni<Caller> verify(String token) {
        return Uni.createFrom()
                .item(() -> {
                    try {
                        return from(parser.parse(token));
                    } catch (ParseException | IllegalArgumentException e) {
                        throw new SecurityException("the token is not valid", e);
                    }
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** @throws IllegalArgumentException when a claim that the gateway always writes is missing or malformed */
    public static Caller from(JsonWebToken token) {
        return new Caller(
                CallerKind.of(required(token, "kind")),
                required(token, "sub"),
                text(token, "org").map(UUID::fromString),
                text(token, "role").filter(role -> !role.equals("operator")).map(StaffRole::of),
                text(token, "name").orElse(""),
                text(token, "email"),
                text(token, "site").map(UUID::fromString),
                text(token, "participant").map(participant -> binding(token, participant)),
                scopes(token),
                required(token, "jti"),
                Instant.ofEpochSecond(token.getIssuedAtTime()),
                Instant.ofEpochSecond(token.getExpirationTime()));
    }

    private static Caller.ParticipantBinding binding(JsonWebToken token, String participant) {
        return new Caller.ParticipantBinding(
                UUID.fromString(required(token, "session")),
                UUID.fromString(participant),
                Seat.of(required(token, "seat")),
                required(token, "tab"));
    }

    private static Set<String> scopes(JsonWebToken token) {
        Object claim = token.getClaim("scopes");
        if (claim instanceof JsonArray array) {
            return array.getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .collect(Collectors.toUnmodifiableSet());
        }
        return claim instanceof Iterable<?> values
                ? StreamSupport.stream(values.spliterator(), false)
                        .map(Object::toString)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private static String required(JsonWebToken token, String claim) {
        return text(token, claim).orElseThrow(() -> new IllegalArgumentException("the token has no claim " + claim));
    }

    private static Optional<String> text(JsonWebToken token, String claim) {
        Object value = token.getClaim(claim);
        if (value instanceof JsonString json) {
            return Optional.of(json.getString());
        }
        return Optional.ofNullable(value).map(Object::toString).filter(found -> !found.isBlank());
    }
}
