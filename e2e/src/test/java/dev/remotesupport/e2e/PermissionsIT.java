package dev.remotesupport.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.permission.Permissions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The matrix of permissions against what really answers: each endpoint that there is, by each role that there is. */
class PermissionsIT {

    private static final Predicate<String> IN_OPENAPI = endpoint -> endpoint.contains(" /api/");

    private final RunningSuite suite = RunningSuite.shared();
    private final Permissions permissions = Permissions.load();
    private final List<Probe.Who> everybody = new Everybody(suite).everybody(permissions);

    @Test
    void matrixListsEveryEndpointThatThereIsAndNoOther() {
        var documented = documented();

        assertThat(documented)
                .as("what the services say of themselves in /api/openapi, and what permissions.json lists")
                .isEqualTo(listed(IN_OPENAPI));
    }

    @Test
    void everyEndpointLetsInWhomTheMatrixListsAndNobodyElse() {
        var endpoints = new TreeSet<>(documented());
        endpoints.addAll(listed(endpoint -> endpoint.contains(" /.well-known/")));

        var wrong = new Probe(suite.baseUrl(), permissions).all(endpoints, everybody);

        assertThat(wrong).isEmpty();
    }

    @Test
    void everySocketRefusesWhomTheMatrixDoesNotList() {
        for (var endpoint : listed(endpoint -> endpoint.contains(" /ws/"))) {
            var path = endpoint.substring(endpoint.indexOf('/'));
            var action = permissions.of("GET", path).orElseThrow();
            for (var who : everybody) {
                // An API key opens no socket: the token that it is exchanged for never leaves the gateway.
                if (!action.isFor(who.names()) && !who.isApiKey()) {
                    assertThat(Socket.refusal(suite.baseUrl(), path, who.token().orElse("none"), suite.baseUrl()))
                            .as("%s by %s", endpoint, who.name())
                            .isEqualTo(who.token().isPresent() ? 403 : 401);
                }
            }
        }
    }

    private Set<String> listed(Predicate<String> which) {
        return permissions.actions().stream()
                .flatMap(action -> action.endpoints().stream())
                .filter(which)
                .map(PermissionsIT::plain)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> documented() {
        var document = new Rest(suite.baseUrl(), "").get("/api/openapi").body();
        var endpoints = new TreeSet<String>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .flatMap(method -> endpoint(method.getKey(), path.getKey()).stream())
                        .forEach(endpoints::add));
        return endpoints;
    }

    /** Beside its methods, a path of an OpenAPI document has properties like "parameters". */
    private static Optional<String> endpoint(String method, String path) {
        return Set.of("get", "post", "put", "patch", "delete").contains(method)
                ? Optional.of(plain(method.toUpperCase(Locale.ROOT) + " " + path))
                : Optional.empty();
    }

    private static String plain(String endpoint) {
        return endpoint.replaceAll("\\{[^}]*}", "{id}");
    }
}
