package dev.remotesupport.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The routes of chat, calls, staff and statistics that the requirements fix: what the API's description shows of them is what they answer. */
class SeedRoutesIT {

    private static final String START = "/api/support/chat/start";
    private static final String ASSIGN = "/api/support/chat/{id}/assign";
    private static final String MESSAGE = "/api/support/chat/message";
    private static final String MESSAGES = "/api/support/chat/{id}/messages";
    private static final String CLOSE = "/api/support/chat/{id}/close";
    private static final String CALL = "/api/support/call/start";
    private static final String ANSWER = "/api/support/call/{id}/answer";
    private static final String END = "/api/support/call/{id}/end";
    private static final String CALLS = "/api/support/call/queue";
    private static final String STATS = "/api/admin/support/stats";
    private static final String STAFF = "/api/admin/support/staff";
    private static final String MEMBER = "/api/admin/support/staff/{id}";

    private final RunningSuite suite = RunningSuite.shared();
    private final Rest nobody = new Rest(suite.baseUrl(), "");
    private final Rest system = new Rest(suite.baseUrl(), suite.apiKey());
    private final JsonNode paths = nobody.get("/api/openapi").body().path("paths");

    @AfterEach
    void endAll() {
        system.endAllSessions();
    }

    @Test
    void eachAnswerOfThemIsShown() {
        Map.of(
                        "post", List.of(START, ASSIGN, MESSAGE, CLOSE, CALL, ANSWER, END, STAFF),
                        "get", List.of(MESSAGES, CALLS, STATS, STAFF),
                        "put", List.of(MEMBER),
                        "delete", List.of(MEMBER))
                .forEach((method, routes) -> routes.forEach(route -> operation(method, route)
                        .path("responses")
                        .properties()
                        .forEach(answer -> assertThat(answer.getKey().equals("204") || hasExample(answer.getValue()))
                                .as("%s %s %s has an example", method, route, answer.getKey())
                                .isTrue())));
        List.of(START, ASSIGN, MESSAGE, CLOSE, CALL, ANSWER, END, STAFF)
                .forEach(route -> assertThat(request("post", route).isMissingNode())
                        .as(route)
                        .isFalse());
        assertThat(request("put", MEMBER).isMissingNode()).isFalse();
    }

    @Test
    void chatAnswersAsShown() {
        var ada = nobody.loggedIn(suite.account("support", 0));
        var bob = nobody.loggedIn(suite.account("support", 1));
        var visitor = visitor();
        var body = values(request("post", START));

        answers("post", START, 201, visitor.post(START, body));
        answers("post", START, 200, visitor.post(START, body));
        answers("post", START, 400, visitor.post(START, Map.of("subject", "x".repeat(1_000))));
        answers("post", START, 401, nobody.post(START, body));
        answers("post", START, 403, keyWith("sessions:read").post(START, body));
        var grace = introduced(Map.of(
                "siteKey", suite.siteKey(), "identify", Everybody.identify(suite, "customer-of-the-seed-routes")));
        answers("post", START, 403, grace.post(START, Map.of("userId", "somebody-else")));
        var taken = grace.post(START, Map.of()).body();
        answers("post", ASSIGN, 200, ada.post(of(ASSIGN, taken.get("sessionId").asText()), Map.of()));
        answers(
                "post",
                START,
                409,
                bob.post(
                        START, Map.of("userId", taken.at("/session/customer/id").asText())));
        var open = visitor.post(START, Map.of()).body().get("session");
        var id = open.get("id").asText();

        answers("post", ASSIGN, 403, visitor.post(of(ASSIGN, id), Map.of()));
        answers("post", ASSIGN, 400, ada.post(of(ASSIGN, id), Map.of("staffId", "nobody")));
        answers("post", ASSIGN, 401, nobody.post(of(ASSIGN, id), Map.of()));
        answers("post", ASSIGN, 404, ada.post(of(ASSIGN, UUID.randomUUID().toString()), Map.of()));
        answers("post", ASSIGN, 200, ada.post(of(ASSIGN, id), values(request("post", ASSIGN))));
        answers("post", ASSIGN, 409, bob.post(of(ASSIGN, id), Map.of()));

        var message = new HashMap<String, Object>(values(request("post", MESSAGE)));
        message.put("sessionId", id);
        answers("post", MESSAGE, 201, visitor.post(MESSAGE, message));
        answers("post", MESSAGE, 400, visitor.post(MESSAGE, Map.of("sessionId", id, "message", "")));
        answers(
                "post",
                MESSAGE,
                400,
                visitor.post(MESSAGE, Map.of("sessionId", id, "message", "x", "messageType", "file")));
        answers("post", MESSAGE, 401, nobody.post(MESSAGE, message));
        answers("post", MESSAGE, 403, visitor.post(MESSAGE, Map.of("sessionId", id, "message", "x", "internal", true)));
        answers("post", MESSAGE, 404, visitor.post(MESSAGE, Map.of("sessionId", UUID.randomUUID(), "message", "x")));

        answers("get", MESSAGES, 200, visitor.get(of(MESSAGES, id) + "?after=0&limit=50"));
        answers("get", MESSAGES, 400, visitor.get(of(MESSAGES, id) + "?limit=1000"));
        answers("get", MESSAGES, 401, nobody.get(of(MESSAGES, id)));
        answers("get", MESSAGES, 403, bob.get(of(MESSAGES, id)));
        answers("get", MESSAGES, 404, visitor.get(of(MESSAGES, UUID.randomUUID().toString())));

        answers("post", CLOSE, 400, visitor.post(of(CLOSE, id), Map.of("rating", 9)));
        answers("post", CLOSE, 401, nobody.post(of(CLOSE, id), Map.of()));
        answers("post", CLOSE, 403, bob.post(of(CLOSE, id), Map.of()));
        answers("post", CLOSE, 404, visitor.post(of(CLOSE, UUID.randomUUID().toString()), Map.of()));
        answers("post", CLOSE, 200, visitor.post(of(CLOSE, id), values(request("post", CLOSE))));
        answers("post", CLOSE, 409, visitor.post(of(CLOSE, id), Map.of("rating", 4)));
        answers("post", MESSAGE, 409, visitor.post(MESSAGE, Map.of("sessionId", id, "message", "x")));
        answers("post", ASSIGN, 409, bob.post(of(ASSIGN, id), Map.of()));
    }

    @Test
    void callsAnswerAsShown() {
        var ada = nobody.loggedIn(suite.account("support", 0));
        var bob = nobody.loggedIn(suite.account("support", 1));
        var visitor = visitor();
        var body = values(request("post", CALL));

        var started = visitor.post(CALL, body);
        answers("post", CALL, 201, started);
        answers("post", CALL, 200, visitor.post(CALL, body));
        answers("post", CALL, 400, visitor.post(CALL, Map.of("subject", "x".repeat(1_000))));
        answers("post", CALL, 401, nobody.post(CALL, body));
        answers("post", CALL, 403, keyWith("sessions:read").post(CALL, body));
        var grace = introduced(
                Map.of("siteKey", suite.siteKey(), "identify", Everybody.identify(suite, "caller-of-the-seed-routes")));
        answers("post", CALL, 403, grace.post(CALL, Map.of("userId", "somebody-else")));
        answers("post", CALL, 404, visitor.post(CALL, Map.of("sessionId", UUID.randomUUID())));
        var id = started.body().get("callId").asText();

        answers("get", CALLS, 200, ada.get(CALLS));
        answers("get", CALLS, 401, nobody.get(CALLS));
        answers("get", CALLS, 403, visitor.get(CALLS));

        answers("post", ANSWER, 403, visitor.post(of(ANSWER, id), Map.of()));
        answers("post", ANSWER, 400, ada.post(of(ANSWER, id), Map.of("staffId", "nobody")));
        answers("post", ANSWER, 401, nobody.post(of(ANSWER, id), Map.of()));
        answers("post", ANSWER, 404, ada.post(of(ANSWER, UUID.randomUUID().toString()), Map.of()));
        answers("post", ANSWER, 200, ada.post(of(ANSWER, id), values(request("post", ANSWER))));
        answers("post", ANSWER, 409, bob.post(of(ANSWER, id), Map.of()));
        var session = started.body().at("/call/sessionId").asText();
        var customer =
                ada.get("/api/sessions/" + session).body().at("/customer/id").asText();
        answers("post", CALL, 409, bob.post(CALL, Map.of("userId", customer)));

        answers("post", END, 400, visitor.post(of(END, id), Map.of("qualityScore", 9)));
        answers("post", END, 401, nobody.post(of(END, id), Map.of()));
        answers("post", END, 403, bob.post(of(END, id), Map.of()));
        answers("post", END, 404, visitor.post(of(END, UUID.randomUUID().toString()), Map.of()));
        answers("post", END, 200, visitor.post(of(END, id), values(request("post", END))));
        answers("post", END, 409, ada.post(of(END, id), Map.of()));
        answers("post", ANSWER, 409, bob.post(of(ANSWER, id), Map.of()));
        answers("post", CALL, 409, visitor.post(CALL, Map.of("sessionId", session)));
    }

    @Test
    void statisticsAnswerAsShown() {
        var supervisor = nobody.loggedIn(suite.account("supervisor", 0));

        answers("get", STATS, 200, supervisor.get(STATS + "?zone=UTC"));
        answers("get", STATS, 400, supervisor.get(STATS + "?zone=Mars"));
        answers("get", STATS, 400, supervisor.get(STATS + "?from=2020-01-01&to=2026-01-01"));
        answers("get", STATS, 401, nobody.get(STATS));
        answers("get", STATS, 403, nobody.loggedIn(suite.account("support", 0)).get(STATS));
    }

    @Test
    void staffAnswerAsShown() {
        var admin = nobody.loggedIn(suite.account("admin", 0));
        var support = nobody.loggedIn(suite.account("support", 0));
        var supervisor = nobody.loggedIn(suite.account("supervisor", 0));
        var superAdmin = nobody.loggedIn(suite.account("super_admin", 0));
        var body = new HashMap<String, Object>(values(request("post", STAFF)));
        body.put("email", UUID.randomUUID() + "@bank.example");
        answers("post", STAFF, 404, admin.post(STAFF, body));
        body.remove("teamIds");

        var added = admin.post(STAFF, body);
        var id = added.body().path("id").asText();
        answers("post", STAFF, 201, added);
        answers("post", STAFF, 409, admin.post(STAFF, body));
        answers("post", STAFF, 400, admin.post(STAFF, Map.of("email", "no address")));
        answers("post", STAFF, 401, nobody.post(STAFF, body));
        answers("post", STAFF, 403, support.post(STAFF, body));
        answers("post", STAFF, 403, admin.post(STAFF, with(body, "role", "super_admin")));
        answers("get", STAFF, 200, admin.get(STAFF));
        answers("get", STAFF, 401, nobody.get(STAFF));
        answers("get", STAFF, 403, support.get(STAFF));
        answers("put", MEMBER, 200, admin.put(of(MEMBER, id), values(request("put", MEMBER))));
        answers("put", MEMBER, 400, admin.put(of(MEMBER, id), Map.of("chatLimit", 1_000)));
        answers("put", MEMBER, 401, nobody.put(of(MEMBER, id), Map.of()));
        answers("put", MEMBER, 403, support.put(of(MEMBER, id), Map.of()));
        answers("put", MEMBER, 404, admin.put(of(MEMBER, UUID.randomUUID().toString()), Map.of("name", "Ada")));
        answers("put", MEMBER, 404, admin.put(of(MEMBER, id), Map.of("teamIds", List.of(UUID.randomUUID()))));
        answers(
                "put",
                MEMBER,
                409,
                admin.put(
                        of(MEMBER, id),
                        Map.of("email", suite.account("support", 1).email())));
        answers("put", MEMBER, 403, supervisor.put(of(MEMBER, id), Map.of("name", "Grace")));
        var last = member(superAdmin, suite.account("super_admin", 0));
        answers("put", MEMBER, 409, superAdmin.put(of(MEMBER, last), Map.of("role", "admin")));
        answers("delete", MEMBER, 403, admin.delete(of(MEMBER, last)));
        answers("delete", MEMBER, 409, superAdmin.delete(of(MEMBER, last)));
        answers("delete", MEMBER, 401, nobody.delete(of(MEMBER, id)));
        answers("delete", MEMBER, 403, supervisor.delete(of(MEMBER, id)));
        answers("delete", MEMBER, 403, support.delete(of(MEMBER, id)));
        assertThat(admin.delete(of(MEMBER, id)).status()).isEqualTo(204);
        answers("delete", MEMBER, 404, admin.delete(of(MEMBER, id)));
    }

    /** That the answer has the shape of one that is shown; a refusal also its code and its title. */
    private void answers(String method, String route, int status, Rest.Answer answer) {
        assertThat(answer.status())
                .as("%s %s: %s", method, route, answer.body())
                .isEqualTo(status);
        var shown = examples(operation(method, route).path("responses").path(String.valueOf(status)));
        assertThat(shown)
                .as("%s %s %s shows %s", method, route, status, answer.body())
                .anyMatch(example -> status < 400
                        ? isAlike(example, answer.body())
                        : List.of("type", "title", "status", "code").stream()
                                .allMatch(field ->
                                        example.get(field).equals(answer.body().get(field))));
    }

    /** The same fields with the same kinds of values; of a list the first says it, and null may stand for anything. */
    private static boolean isAlike(JsonNode example, JsonNode answer) {
        if (example.isNull() || answer.isNull()) {
            return true;
        }
        if (example.isArray() && answer.isArray()) {
            return example.isEmpty() || answer.isEmpty() || isAlike(example.get(0), answer.get(0));
        }
        if (example.getNodeType() != JsonNodeType.OBJECT) {
            return example.getNodeType() == answer.getNodeType();
        }
        return names(example).equals(names(answer))
                && names(example).stream().allMatch(name -> isAlike(example.get(name), answer.get(name)));
    }

    private static Set<String> names(JsonNode object) {
        var names = new HashSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        names.remove("initialPassword"); // only where one was made
        return names;
    }

    private JsonNode operation(String method, String route) {
        return paths.path(route).path(method);
    }

    private JsonNode request(String method, String route) {
        return examples(operation(method, route).path("requestBody")).stream()
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    private static boolean hasExample(JsonNode answer) {
        return !examples(answer).isEmpty();
    }

    private static List<JsonNode> examples(JsonNode body) {
        return StreamSupport.stream(body.path("content").spliterator(), false)
                .flatMap(type -> StreamSupport.stream(type.path("examples").spliterator(), false))
                .map(SeedRoutesIT::value)
                .toList();
    }

    private static JsonNode value(JsonNode example) {
        return example.path("value");
    }

    private static Map<String, Object> values(JsonNode body) {
        var values = new LinkedHashMap<String, Object>();
        body.properties().forEach(field -> values.put(field.getKey(), field.getValue()));
        return values;
    }

    private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        var other = new HashMap<>(body);
        other.put(name, value);
        return other;
    }

    private static String member(Rest caller, RunningSuite.Account account) {
        return StreamSupport.stream(caller.get(STAFF).body().path("items").spliterator(), false)
                .filter(one -> one.get("email").asText().equals(account.email()))
                .map(one -> one.get("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private Rest keyWith(String scope) {
        var key = nobody.loggedIn(suite.account("admin", 0))
                .post("/api/keys", Map.of("name", scope, "scopes", List.of(scope)))
                .body();
        return new Rest(suite.baseUrl(), key.get("secret").asText());
    }

    private Rest visitor() {
        return introduced(Map.of("siteKey", suite.siteKey()));
    }

    private Rest introduced(Map<String, String> introduction) {
        var token = nobody.post("/api/visitors", introduction)
                .body()
                .get("accessToken")
                .asText();
        return new Rest(suite.baseUrl(), token);
    }

    private static String of(String route, String id) {
        return route.replace("{id}", id);
    }
}
