package dev.remotesupport.gateway.key;

import static dev.remotesupport.gateway.GatewayProblem.API_KEY_UNKNOWN;
import static dev.remotesupport.gateway.GatewayProblem.SCOPE_UNKNOWN;

import dev.remotesupport.gateway.secret.RandomSecret;
import dev.remotesupport.gateway.tenancy.EntityTenancy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Makes and removes API keys. */
@ApplicationScoped
class ApiKeys {

    private final EntityTenancy tenancy;
    private final ApiKeyExchange exchange;

    ApiKeys(EntityTenancy tenancy, ApiKeyExchange exchange) {
        this.tenancy = tenancy;
        this.exchange = exchange;
    }

    /** A key and its text, which nobody can read again. */
    record Made(ApiKey key, String text) {}

    Uni<List<ApiKey>> list(UUID organisation) {
        return tenancy.inOrganisation(organisation, () -> ApiKey.list("order by lower(name), id"));
    }

    Uni<Made> create(UUID organisation, String name, List<String> scopes) {
        String secret = RandomSecret.create();
        var key = ApiKey.create(
                organisation,
                name,
                scopes.stream().map(ApiKeys::scope).distinct().toList(),
                RandomSecret.hash(secret));
        return tenancy.inOrganisation(organisation, () -> key.<ApiKey>persist())
                .map(made -> new Made(made, new ApiKeyText(made.id, secret).text()));
    }

    Uni<Void> remove(UUID organisation, UUID id) {
        return tenancy.inOrganisation(organisation, () -> ApiKey.deleteById(id))
                .invoke(deleted -> {
                    if (!deleted) {
                        throw API_KEY_UNKNOWN.because("No API key of your organisation has this id.");
                    }
                    exchange.forget();
                })
                .replaceWithVoid();
    }

    private static Scope scope(String name) {
        return Scope.of(name).orElseThrow(() -> SCOPE_UNKNOWN.because("GET /api/keys/scopes lists those there are."));
    }
}
