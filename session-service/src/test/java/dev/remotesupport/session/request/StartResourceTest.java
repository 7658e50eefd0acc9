package dev.remotesupport.session.request;

import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.Scene.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.CollectedEvent;
import dev.remotesupport.testkit.EventCollector;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class StartResourceTest {

    private static final String START = "/api/support/chat/start";

    private final Scene scene = new Scene();

    @Test
    void aVisitorAsksForHelpAndWaits() {
        var body = Map.of(
                "userId", "c-7",
                "customerEmail", "grace@example.com",
                "customerName", "Grace",
                "subject", "Late order",
                "page", Map.of("url", "https://shop.example.com/cart", "title", "Cart"));

        var answer = post(scene.grace, START, body);

        answer.statusCode(201)
                .body("sessionId", notNullValue())
                .body("session.state", equalTo("queued"))
                .body("session.number", equalTo(1))
                .body("session.version", equalTo(2))
                .body("session.channels", hasItem("chat"))
                .body("session.customerName", equalTo("Grace"))
                .body("session.customer.kind", equalTo("visitor"))
                .body("session.customer.id", equalTo(scene.grace.id()))
                .body("session.customer.claimed", equalTo(true))
                .body("session.customer.claimedId", equalTo("c-7"))
                .body("session.customer.email", equalTo("grace@example.com"))
                .body("session.site.id", equalTo(scene.site.toString()))
                .body("session.subject", equalTo("Late order"))
                .body("session.page.url", equalTo("https://shop.example.com/cart"))
                .body("session.staff", nullValue())
                .body("session.connectedAt", nullValue())
                .body("session.endedAt", nullValue())
                .body("session.durationSeconds", equalTo(0));
    }

    @Test
    void everyStepIsAnEventWithTheNextVersion() {
        try (var events = EventCollector.on("session.events.v1")) {
            var id = scene.waiting().toString();

            events.await(event -> event.type().equals("SessionQueued") && id.equals(event.key()));

            assertThat(events.events().stream().filter(event -> id.equals(event.key())))
                    .extracting(CollectedEvent::type, event -> event.headers().get("ce_aggregateversion"))
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("SessionRequested", "1"),
                            org.assertj.core.groups.Tuple.tuple("SessionQueued", "2"));
        }
    }

    @Test
    void whoWaitsAlreadyGetsTheSameSession() {
        var first = scene.waiting();

        var second = post(scene.grace, START, Map.of());

        second.statusCode(200).body("sessionId", equalTo(first.toString()));
    }

    @Test
    void simultaneousStartsOfOneCustomerMakeOneSession() {
        var ids = IntStream.range(0, 8)
                .parallel()
                .mapToObj(
                        attempt -> post(scene.grace, START, Map.of()).extract().<String>path("sessionId"))
                .distinct();

        assertThat(ids).hasSize(1);
        get(scene.ada, "/api/sessions").body("items.size()", equalTo(1));
    }

    @Test
    void numbersCountPerOrganisation() {
        var other = new Scene();
        scene.waiting();

        scene.waitingOf(scene.stranger);
        other.waiting();

        get(scene.ada, "/api/sessions").body("items.number", equalTo(java.util.List.of(2, 1)));
        get(other.ada, "/api/sessions").body("items.number", equalTo(java.util.List.of(1)));
    }

    @Test
    void anIdentifiedCustomerIsWhoTheTokenSays() {
        var customer = TestTokens.customer(scene.organisation, scene.site)
                .withId("c-9")
                .named("Grace Hopper")
                .withEmail("grace@example.com");

        var answer = post(customer, START, Map.of("userId", "c-9", "customerName", "Grace Hopper"));

        answer.statusCode(201)
                .body("session.customer.id", equalTo("c-9"))
                .body("session.customer.email", equalTo("grace@example.com"))
                .body("session.customer.claimed", equalTo(false));
    }

    @Test
    void aVisitorWhoIsIdentifiedKeepsTheSessionAndIsNoLongerTakenAtHisOrHerWord() {
        var id = scene.waiting();
        var customer = TestTokens.customer(scene.organisation, scene.site)
                .withId(scene.grace.id())
                .named("Grace Hopper")
                .withEmail("grace@example.com");

        var answer = post(customer, START, Map.of());

        answer.statusCode(200)
                .body("sessionId", equalTo(id.toString()))
                .body("session.customerName", equalTo("Grace Hopper"))
                .body("session.customer.kind", equalTo("customer"))
                .body("session.customer.email", equalTo("grace@example.com"))
                .body("session.customer.claimed", equalTo(false));
    }

    @Test
    void aVisitorWhoClaimsAnothersAddressSeesNothingOfTheOtherAndIsNotTakenForIt() {
        var customer = TestTokens.customer(scene.organisation, scene.site)
                .withId("c-9")
                .named("Grace Hopper")
                .withEmail("grace@example.com");
        var theirs = post(customer, START, Map.of("subject", "Mine"))
                .statusCode(201)
                .extract()
                .<String>path("sessionId");

        var claimed = post(
                scene.stranger,
                START,
                Map.of("userId", "c-9", "customerEmail", "grace@example.com", "customerName", "Grace Hopper"));

        claimed.statusCode(201)
                .body("sessionId", not(theirs))
                .body("session.customer.kind", equalTo("visitor"))
                .body("session.customer.claimed", equalTo(true));
        get(scene.stranger, "/api/sessions").body("items.id", not(hasItem(theirs)));
        get(scene.stranger, "/api/sessions/" + theirs).statusCode(404);
        var own = claimed.extract().<String>path("sessionId");
        post(scene.ada, "/api/support/chat/" + own + "/assign", Map.of()).statusCode(200);
        assertThat(get(scene.ada, "/api/sessions/" + own + "/context")
                        .statusCode(200)
                        .extract()
                        .asString())
                .doesNotContain(theirs);
    }

    @ParameterizedTest
    @MethodSource("othersNames")
    void anIdentifiedCustomerCannotBeSomebodyElse(Map<String, String> body) {
        var customer = TestTokens.customer(scene.organisation, scene.site)
                .withId("c-9")
                .named("Grace");

        var answer = post(customer, START, body);

        answer.statusCode(403).body("code", equalTo("not-your-identity"));
    }

    static Stream<Map<String, String>> othersNames() {
        return Stream.of(
                Map.of("userId", "c-10"),
                Map.of("customerEmail", "admiral@example.com"),
                Map.of("customerName", "Admiral"));
    }

    @Test
    void aSystemMayNameAnyCustomer() {
        var answer = post(
                scene.key,
                "/api/sessions",
                Map.of("customerName", "Grace", "userId", "c-11", "subject", "Printer", "machineName", "DESK-2"));

        answer.statusCode(201)
                .body("customer.kind", equalTo("customer"))
                .body("customer.id", equalTo("c-11"))
                .body("customer.claimed", equalTo(false))
                .body("machineName", equalTo("DESK-2"))
                .body("state", equalTo("queued"));
    }

    @Test
    void aKeyWithoutTheScopeBeginsNothing() {
        var reader = TestTokens.apiKey(scene.organisation, "sessions:read");

        var answer = post(reader, START, Map.of("customerName", "Grace"));

        answer.statusCode(403).body("code", equalTo("not-permitted"));
    }

    @Test
    void aVisitorBeginsNoSessionForOthers() {
        post(scene.grace, "/api/sessions", Map.of("customerName", "Ada")).statusCode(403);
        post(TestTokens.operator(), START, Map.of()).statusCode(403);
    }

    @Test
    void aParticipantsTokenBeginsNothing() {
        post(scene.tabOf(UUID.randomUUID()), START, Map.of()).statusCode(403);
    }

    @Test
    void withoutAGoodTokenNothingBegins() {
        given().contentType(ContentType.JSON).body("{}").post(START).then().statusCode(401);
        given().auth()
                .oauth2(scene.grace.expired())
                .contentType(ContentType.JSON)
                .body("{}")
                .post(START)
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(scene.grace.foreign())
                .contentType(ContentType.JSON)
                .body("{}")
                .post(START)
                .then()
                .statusCode(401);
    }

    static Stream<Arguments> badInput() {
        return Stream.of(
                Arguments.of("customerName", Map.of("customerName", "   ")),
                Arguments.of("customerName", Map.of("customerName", "x".repeat(201))),
                Arguments.of("customerEmail", Map.of("customerEmail", "not an address")),
                Arguments.of("subject", Map.of("subject", "x".repeat(201))),
                Arguments.of("url", Map.of("page", Map.of("url", "javascript:alert(1)", "title", "x"))),
                Arguments.of("url", Map.of("page", Map.of("title", "x"))));
    }

    @ParameterizedTest
    @MethodSource("badInput")
    void badInputIsNamed(String field, Map<String, Object> body) {
        var answer = post(scene.grace, START, body);

        answer.statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid"))
                .body("violations.field", hasItem(field));
    }

    @Test
    void whatIsNoJsonIsMalformed() {
        post(scene.grace, START, "{\"customerName\":").statusCode(400).body("code", equalTo("malformed"));
    }
}
