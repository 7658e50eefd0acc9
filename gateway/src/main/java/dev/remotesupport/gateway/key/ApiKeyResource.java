package dev.remotesupport.gateway.key;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remotesupport.contracts.Limits;
import dev.remotesupport.gateway.Items;
import dev.remotesupport.gateway.key.ApiKeys.Made;
import dev.remotesupport.platform.caller.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Keys by which other systems call the API. */
@Path("/api/keys")
@Authenticated
@Tag(name = "API keys")
class ApiKeyResource {

    /** A key to be made. */
    record NewKey(
            @NotBlank @Size(max = Limits.NAME) String name,
            @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 60) String> scopes) {}

    /** A key as its organisation sees it. */
    record KeyView(
            UUID id,
            String name,
            List<String> scopes,
            Instant createdAt,
            Instant lastUsedAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) String secret) {

        static KeyView of(ApiKey key) {
            return of(key, null);
        }

        static KeyView of(Made made) {
            return of(made.key(), made.text());
        }

        private static KeyView of(ApiKey key, String secret) {
            return new KeyView(key.id, key.name, List.of(key.scopes), key.createdAt, key.lastUsedAt, secret);
        }
    }

    /** Something that a key may be allowed to do. */
    record ScopeView(String scope, String title) {

        static ScopeView of(Scope scope) {
            return new ScopeView(scope.wire(), scope.title());
        }
    }

    private final ApiKeys keys;
    private final CurrentCaller caller;

    ApiKeyResource(ApiKeys keys, CurrentCaller caller) {
        this.keys = keys;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "All keys by name, without their secrets")
    public Uni<Items<KeyView>> list() {
        return keys.list(caller.get().organisationId())
                .map(all -> new Items<>(all.stream().map(KeyView::of).toList()));
    }

    @GET
    @Path("/scopes")
    @Operation(summary = "What keys may be allowed to do")
    public Items<ScopeView> scopes() {
        return new Items<>(Arrays.stream(Scope.values()).map(ScopeView::of).toList());
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Makes a key; its secret is the key itself, shown in this answer only")
    public Uni<KeyView> create(@NotNull @Valid NewKey body) {
        return keys.create(caller.get().organisationId(), body.name(), body.scopes())
                .map(KeyView::of);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Removes a key; it stops working within seconds")
    public Uni<Void> remove(UUID id) {
        return keys.remove(caller.get().organisationId(), id);
    }
}
