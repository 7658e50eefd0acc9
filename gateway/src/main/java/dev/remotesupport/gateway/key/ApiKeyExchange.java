package dev.remotesupport.gateway.key;

import static dev.remotesupport.gateway.GatewayProblem.API_KEY_REFUSED;
import static dev.remotesupport.gateway.GatewayProblem.ORGANISATION_SUSPENDED;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.remotesupport.gateway.organisation.Organisation;
import dev.remotesupport.gateway.secret.RandomSecret;
import dev.remotesupport.gateway.tenancy.EntityTenancy;
import dev.remotesupport.gateway.token.AccessToken;
import dev.remotesupport.gateway.token.AccessTokens;
import dev.remotesupport.gateway.token.TokenSubject;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Turns an API key into a token that lives as long as a request needs, so that services know tokens only. What it found
 * is remembered for a few seconds; for that long a removed key may still work on another replica.
 */
@ApplicationScoped
public class ApiKeyExchange {

    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private final EntityTenancy tenancy;
    private final AccessTokens tokens;
    private final Cache<ApiKeyText, AccessToken> exchanged = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    ApiKeyExchange(EntityTenancy tenancy, AccessTokens tokens) {
        this.tenancy = tenancy;
        this.tokens = tokens;
    }

    /** Whether a bearer is meant to be an API key. */
    public static boolean isApiKey(String bearer) {
        return bearer.startsWith(ApiKeyText.PREFIX);
    }

    /** Fails with 401 {@code api-key-refused}, or 403 when its organisation is suspended. */
    public Uni<AccessToken> exchange(String bearer) {
        var text = ApiKeyText.of(bearer).orElseThrow(ApiKeyExchange::refused);
        var known = exchanged.getIfPresent(text);
        return known != null
                ? Uni.createFrom().item(known)
                : tenancy.asSystem(() -> find(text)).map(this::issue).invoke(token -> exchanged.put(text, token));
    }

    void forget() {
        exchanged.invalidateAll();
    }

    private static Uni<ApiKey> find(ApiKeyText text) {
        return ApiKey.<ApiKey>findById(text.id())
                .invoke(key -> {
                    if (key == null || !RandomSecret.matches(text.secret(), key.secretHash)) {
                        throw refused();
                    }
                })
                .call(key ->
                        Organisation.<Organisation>findById(key.organisationId).invoke(ApiKeyExchange::refuseSuspended))
                .call(key -> ApiKey.update("lastUsedAt = ?1 where id = ?2", Instant.now(), key.id));
    }

    private AccessToken issue(ApiKey key) {
        return tokens.issue(TokenSubject.apiKey(key.id, key.organisationId, key.name, Set.of(key.scopes)));
    }

    private static void refuseSuspended(Organisation organisation) {
        if (organisation.suspended) {
            throw ORGANISATION_SUSPENDED.because("Ask the operator of this installation.");
        }
    }

    private static RuntimeException refused() {
        return API_KEY_REFUSED.because("It is mistyped, or was removed.");
    }
}
