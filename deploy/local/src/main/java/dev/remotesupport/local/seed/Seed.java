package dev.remotesupport.local.seed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remotesupport.local.PrivateFile;
import dev.remotesupport.local.Secrets;
import dev.remotesupport.local.seed.Credentials.User;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;

/**
 * Fills an empty installation through the gateway, as an operator and the admins would. One that was interrupted is taken
 * up again: what is there already is kept.
 */
public final class Seed {
    private static final String FIRST = "Demo Shop";
    private static final String SECOND = "Other Shop";

    private final GatewayClient gateway;
    private final Secrets secrets;
    private final String baseUrl;
    private final List<String> origins;

    /** @param origins where the demo shop is served, one for each gateway; the first is the base URL */
    public Seed(List<String> origins, Secrets secrets) {
        this.baseUrl = origins.getFirst();
        this.gateway = new GatewayClient(baseUrl);
        this.secrets = secrets;
        this.origins = origins;
    }

    /**
     * Answers the credentials of this installation, making everything at the first start.
     *
     * @param file where the credentials are kept
     * @param demo where the demo shop's site key is kept
     */
    public Credentials ensure(Path file, Path demo) {
        var kept = Credentials.read(file);
        var credentials = kept.isPresent() ? kept.get() : fill().writtenTo(file);
        if (!credentials.baseUrl().equals(baseUrl)) {
            credentials = moved(credentials).writtenTo(file);
        }
        PrivateFile.write(demo, "{\"siteKey\": \"%s\"}%n".formatted(credentials.siteKey()));
        return credentials;
    }

    private Credentials fill() {
        var operator = new User("operator@example.com", secrets.get("user.operator"), "operator");
        if (gateway.get("", "/api/setup").required("open").asBoolean()) {
            var unused = gateway.post(
                    "",
                    "/api/setup",
                    Map.of(
                            "setupToken", secrets.get("setup-token"),
                            "email", operator.email(),
                            "password", operator.password(),
                            "name", "Operator"));
        }
        String token = gateway.login(operator.email(), operator.password());
        // Side by side, because each account costs the hash of a password.
        var second = CompletableFuture.supplyAsync(() -> organisation(token, SECOND, "other-shop.example"));
        return organisation(token, FIRST, "demo-shop.example").with(operator, second.join());
    }

    private Credentials organisation(String operatorToken, String name, String domain) {
        var owner = user(domain, "super-admin", "super_admin");
        var present = named(gateway.get(operatorToken, "/api/organisations"), name);
        String id = present.isEmpty()
                ? create(operatorToken, name)
                : present.getFirst().required("id").asText();
        gateway.postUnlessThere(
                operatorToken, "/api/organisations/%s/admins".formatted(id), account(owner, "Super admin"));
        String token = gateway.login(owner.email(), owner.password());
        var users = new ArrayList<User>();
        users.add(owner);
        users.addAll(staff(token, domain));
        var site = gateway.post(token, "/api/sites", Map.of("name", "Web shop", "allowedOrigins", origins));
        var key = gateway.post(token, "/api/keys", Map.of("name", "Local start", "scopes", scopes(token)));
        return new Credentials(
                baseUrl,
                name,
                users,
                site.required("siteKey").asText(),
                site.required("siteSecret").asText(),
                key.required("secret").asText(),
                null);
    }

    private String create(String operatorToken, String name) {
        String plan = items(gateway.get(operatorToken, "/api/plans"))
                .getLast()
                .required("id")
                .asText();
        return gateway.post(operatorToken, "/api/organisations", Map.of("name", name, "plan", plan))
                .required("id")
                .asText();
    }

    private List<User> staff(String token, String domain) {
        var users = new ArrayList<User>();
        users.add(member(token, user(domain, "admin", "admin"), "Admin"));
        users.add(member(token, user(domain, "supervisor", "supervisor"), "Supervisor"));
        users.add(member(token, user(domain, "team-lead", "team_lead"), "Team lead"));
        for (int number = 1; number <= 3; number++) {
            users.add(member(token, user(domain, "support-" + number, "support"), "Technician " + number));
        }
        return users;
    }

    private User member(String token, User user, String name) {
        gateway.postUnlessThere(token, "/api/staff", account(user, name));
        return user;
    }

    /** The shop has moved to another port: the sites accept it from there too. */
    private Credentials moved(Credentials credentials) {
        for (var each : List.of(credentials, credentials.other())) {
            var admin = each.user("super_admin");
            String token = gateway.login(admin.email(), admin.password());
            for (JsonNode site : items(gateway.get(token, "/api/sites"))) {
                if (site.required("siteKey").asText().equals(each.siteKey())) {
                    var all = new LinkedHashSet<String>();
                    site.required("allowedOrigins").forEach(origin -> all.add(origin.asText()));
                    all.addAll(origins);
                    gateway.patch(token, "/api/sites/" + site.required("id").asText(), Map.of("allowedOrigins", all));
                }
            }
        }
        return credentials.at(baseUrl);
    }

    private User user(String domain, String name, String role) {
        String email = name + "@" + domain;
        return new User(email, secrets.get("user." + email), role);
    }

    private static Map<String, String> account(User user, String name) {
        return user.role().equals("super_admin")
                ? Map.of("email", user.email(), "password", user.password(), "name", name)
                : Map.of("email", user.email(), "password", user.password(), "name", name, "role", user.role());
    }

    private static List<JsonNode> items(JsonNode answer) {
        var list = answer.isArray() ? answer : answer.required("items");
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    private static List<JsonNode> named(JsonNode answer, String name) {
        return items(answer).stream()
                .filter(each -> each.required("name").asText().equals(name))
                .toList();
    }

    private List<String> scopes(String token) {
        return items(gateway.get(token, "/api/keys/scopes")).stream()
                .map(scope -> scope.required("scope").asText())
                .toList();
    }
}
