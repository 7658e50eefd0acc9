package dev.remotesupport.gateway.connect;

import static dev.remotesupport.gateway.GatewayProblem.GUEST_UNKNOWN;
import static dev.remotesupport.gateway.GatewayProblem.ORGANISATION_SUSPENDED;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.remotesupport.gateway.organisation.Organisation;
import dev.remotesupport.gateway.secret.RandomSecret;
import dev.remotesupport.gateway.tenancy.EntityTenancy;
import dev.remotesupport.gateway.token.AccessTokens;
import dev.remotesupport.gateway.token.TokenSubject;
import dev.remotesupport.gateway.upstream.InnerCalls;
import dev.remotesupport.gateway.upstream.Service;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Lets whoever has a code in, and knows them again by the key that their browser keeps. */
@ApplicationScoped
class Guests {

    private static final Duration FOR_ONE_QUESTION = Duration.ofSeconds(30);
    private static final String NAMELESS = "Visitor";

    private final EntityTenancy tenancy;
    private final InnerCalls calls;
    private final AccessTokens tokens;

    Guests(EntityTenancy tenancy, InnerCalls calls, AccessTokens tokens) {
        this.tenancy = tenancy;
        this.calls = calls;
        this.tokens = tokens;
    }

    /** Session-service's answer to a good code. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Opened(UUID sessionId, UUID organisation, String staffName) {}

    /**
     * Somebody with a token to come.
     *
     * @param organisation its name
     * @param opened absent for one who was known already
     */
    record Met(Guest guest, String key, String organisation, Optional<Opened> opened) {}

    /** Fails with session-service's own refusal of the code. Whoever asks is nobody yet but an id. */
    Uni<Met> enter(String code, Optional<String> name) {
        var id = UUID.randomUUID();
        var called = name.map(String::strip).filter(text -> !text.isEmpty()).orElse(NAMELESS);
        var asking = tokens.issue(TokenSubject.guest(id, Optional.empty(), called), FOR_ONE_QUESTION);
        return calls.send(
                        HttpMethod.POST,
                        Service.SESSION,
                        "/internal/codes",
                        "Bearer " + asking.value(),
                        Map.of("code", code, "name", called),
                        Opened.class)
                .chain(opened -> remember(id, called, opened));
    }

    /** Fails with 401 {@code guest-unknown}. */
    Uni<Met> again(String key) {
        return tenancy.asSystem(() -> Guest.<Guest>find(
                        "keyHash = ?1 and expiresAt > ?2", RandomSecret.hash(key), Instant.now())
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> GUEST_UNKNOWN.because("Ask for a new code."))
                .chain(guest -> Organisation.<Organisation>findById(guest.organisationId)
                        .invoke(Guests::refuseSuspended)
                        .map(organisation -> new Met(guest, key, organisation.name, Optional.empty()))));
    }

    private Uni<Met> remember(UUID id, String name, Opened opened) {
        String key = RandomSecret.create();
        var guest = Guest.create(id, opened.organisation(), name, RandomSecret.hash(key));
        return tenancy.inOrganisation(
                        opened.organisation(),
                        () -> Guest.delete("expiresAt < ?1", Instant.now())
                                .chain(() -> guest.<Guest>persist())
                                .chain(() -> Organisation.<Organisation>findById(opened.organisation())))
                .map(organisation -> new Met(guest, key, organisation.name, Optional.of(opened)));
    }

    private static void refuseSuspended(Organisation organisation) {
        if (organisation.suspended) {
            throw ORGANISATION_SUSPENDED.because("Support is closed for the moment.");
        }
    }
}
