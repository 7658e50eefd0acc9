package dev.remotesupport.e2e;

import dev.remotesupport.contracts.permission.Action;
import dev.remotesupport.contracts.permission.Permissions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tries every endpoint by everybody. No try changes anything: ids are of nothing that there is, and a body is none that
 * could be read, which is found out only behind the door.
 */
record Probe(String baseUrl, Permissions permissions) {

    private static final int AT_ONCE = 12;
    private static final Pattern CODE = Pattern.compile("\"code\":\"([a-z-]+)\"");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /**
     * A caller.
     *
     * @param names what the matrix calls this caller
     */
    record Who(String name, Set<String> names, Optional<String> token) {

        static final String API_KEY = "api_key:";
        static final String EVERY_SCOPE = "every scope";

        boolean isApiKey() {
            return names.stream().anyMatch(name -> name.startsWith(API_KEY));
        }
    }

    /** What did not go as the matrix says, in words. */
    List<String> all(Collection<String> endpoints, List<Who> everybody) {
        var free = new Semaphore(AT_ONCE);
        var answers = endpoints.stream()
                .flatMap(endpoint -> everybody.stream()
                        .filter(who -> tells(action(endpoint), who))
                        .map(who -> attempt(endpoint, who, free)))
                .toList();
        return answers.stream()
                .map(CompletableFuture::join)
                .flatMap(Optional::stream)
                .toList();
    }

    private CompletableFuture<Optional<String>> attempt(String endpoint, Who who, Semaphore free) {
        free.acquireUninterruptibly();
        return HTTP.sendAsync(request(endpoint, who), BodyHandlers.ofString())
                .whenComplete((answer, failure) -> free.release())
                .thenApply(answer -> judge(endpoint, who, answer));
    }

    private HttpRequest request(String endpoint, Who who) {
        var method = endpoint.substring(0, endpoint.indexOf(' '));
        var path = endpoint.substring(endpoint.indexOf('/'))
                .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        var body = method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("[unreadable");
        var request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .method(method, body)
                .header("Content-Type", "application/json")
                .header("Origin", baseUrl);
        who.token().ifPresent(token -> request.setHeader("Authorization", "Bearer " + token));
        return request.build();
    }

    private Optional<String> judge(String endpoint, Who who, HttpResponse<String> answer) {
        var code = CODE.matcher(answer.body())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
        var wanted = expected(action(endpoint), who);
        return wanted.equals(outcome(answer.statusCode(), code))
                ? Optional.empty()
                : Optional.of("%s by %s: %d %s instead of %s"
                        .formatted(endpoint, who.name(), answer.statusCode(), code, wanted));
    }

    private Optional<Action> action(String endpoint) {
        return permissions.of(endpoint.substring(0, endpoint.indexOf(' ')), endpoint.substring(endpoint.indexOf('/')));
    }

    /** Of API keys those that come closest: with the scope alone, with all but what is wanted, with all where none is. */
    private static boolean tells(Optional<Action> action, Who who) {
        if (!who.isApiKey()) {
            return true;
        }
        var scopes = action.map(Action::allowed).orElse(Set.of()).stream()
                .filter(name -> name.startsWith(Who.API_KEY))
                .collect(Collectors.toSet());
        if (scopes.isEmpty()) {
            return who.name().equals(Who.EVERY_SCOPE);
        }
        return who.names().size() == 1
                ? scopes.containsAll(who.names())
                : scopes.stream().anyMatch(scope -> !who.names().contains(scope));
    }

    private static String expected(Optional<Action> action, Who who) {
        if (action.filter(known -> known.isFor(who.names())).isPresent()) {
            return "let in";
        }
        return who.token().isPresent() ? "not-permitted" : "unauthenticated";
    }

    /** Whatever else a service says, it says to somebody whom the door has let in; unless it breaks, or nobody answers. */
    private static String outcome(int status, String code) {
        return switch (code) {
            case "not-permitted", "unauthenticated", "forbidden", "not-found", "too-many-requests" -> code;
            default -> status < 500 ? "let in" : "broken";
        };
    }
}
