package dev.remotesupport.signaling.visitor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.remotesupport.signaling.SessionServiceStandIn;
import dev.remotesupport.signaling.TestSocket;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestToken;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.http.UpgradeRejectedException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
class VisitorSocketTest {

    private final UUID organisation = UUID.randomUUID();
    private final UUID site = UUID.randomUUID();
    private final TestToken ada = TestTokens.staff(organisation, "support").named("Ada");
    private final TestToken bob = TestTokens.staff(organisation, "support").named("Bob");
    private final TestToken grace = TestTokens.visitor(organisation, site).named("Visitor");

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    SessionServiceStandIn sessions;

    @AfterEach
    void letIn() {
        sessions.access().refuse(0);
        sessions.away(false);
    }

    @Test
    void staffSeeWhoIsOnWhichPageWithTheTabsOfOneVisitorTogether() throws Exception {
        try (var front = tab(grace, "one", "https://shop.example/cart?token=secret", true);
                var behind = tab(grace, "two", "https://shop.example/help", false);
                var other = tab(
                        TestTokens.customer(organisation, site).named("Alan"),
                        "three",
                        "https://shop.example/",
                        true)) {

            await().untilAsserted(() -> assertThat(live(ada).getInt("total")).isEqualTo(2));

            var seen = live(ada);
            var id = "items.find { it.id == '" + grace.id() + "' }.";
            await().untilAsserted(() ->
                    assertThat(live(ada).getString(id + "browser")).isEqualTo("Firefox 128"));
            assertThat(seen.getList(id + "tabs.url"))
                    .isEqualTo(List.of("https://shop.example/cart", "https://shop.example/help"));
            assertThat(seen.getList(id + "tabs.visible")).isEqualTo(List.of(true, false));
            assertThat(seen.getString(id + "place")).isNull();
            assertThat(seen.getBoolean("items.find { it.name == 'Alan' }.identified"))
                    .isTrue();
            assertThat(List.of(front.isOpen(), behind.isOpen(), other.isOpen())).containsOnly(true);
        }
    }

    @Test
    void pageThatChangesIsSeenAndATabThatClosesIsGone() throws Exception {
        try (var stays = tab(grace, "one", "https://shop.example/", true)) {
            var closes = tab(grace, "two", "https://shop.example/two", true);
            await().untilAsserted(
                            () -> assertThat(live(ada).getList("items[0].tabs")).hasSize(2));

            stays.send("{'type':'page.changed','url':'https://shop.example/pay','title':'Pay','visible':false}");
            closes.close();

            await().untilAsserted(() ->
                    assertThat(live(ada).getList("items[0].tabs.url")).isEqualTo(List.of("https://shop.example/pay")));
            assertThat(live(ada).getList("items[0].tabs.title")).isEqualTo(List.of("Pay"));
        }
        await().untilAsserted(() -> assertThat(live(ada).getInt("total")).isZero());
    }

    @Test
    void tabThatLoadsItsNextPageHasBeenHereAllTheTime() throws Exception {
        var first = tab(grace, "one", "https://shop.example/", true);
        await().untilAsserted(() -> assertThat(live(ada).getInt("total")).isEqualTo(1));
        String since = live(ada).getString("items[0].since");

        first.close();
        try (var next = tab(grace, "one", "https://shop.example/next", true)) {

            await().untilAsserted(() ->
                    assertThat(live(ada).getString("items[0].tabs[0].url")).isEqualTo("https://shop.example/next"));
            assertThat(live(ada).getString("items[0].since")).isEqualTo(since);
            assertThat(next.isOpen()).isTrue();
        }
    }

    @Test
    void othersSeeNothing() throws Exception {
        try (var visitor = tab(grace, "one", "https://shop.example/", true)) {
            await().untilAsserted(() -> assertThat(live(ada).getInt("total")).isEqualTo(1));

            assertThat(live(TestTokens.staff(UUID.randomUUID(), "admin")).getInt("total"))
                    .isZero();
            get(grace, "/api/visitors/live").statusCode(403);
            get(ada, "/api/visitors/live?site=" + UUID.randomUUID()).body("total", equalTo(0));
            get(ada, "/api/visitors/live?site=" + site).body("total", equalTo(1));
            assertThat(visitor.isOpen()).isTrue();
        }
    }

    @Test
    void onlyVisitorsOfASiteMayConnect() {
        assertThatThrownBy(() -> TestSocket.open(port, "/ws/visitor", ada.sign()))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        UpgradeRejectedException.class,
                        refused -> assertThat(refused.getStatus()).isEqualTo(403));
        assertThatThrownBy(() -> TestSocket.open(port, "/ws/visitor", null)).isInstanceOf(ExecutionException.class);
    }

    @Test
    void tokenOfAParticipantAndFramesOfAnotherKindCloseTheConnection() throws Exception {
        var participant = TestTokens.participant(grace, UUID.randomUUID(), UUID.randomUUID(), "customer", "tab");
        try (var bound = TestSocket.open(port, "/ws/visitor", participant.sign());
                var wrong = tab(grace, "one", "https://shop.example/", true)) {
            wrong.send("{'type':'cobrowse.events','sequence':1,'keyframe':true,'events':[]}");

            assertThat(bound.closeCode()).isEqualTo(4401);
            assertThat(wrong.closeCode()).isEqualTo(4422);
        }
    }

    @Test
    void yesBeginsASessionWithWhoeverAskedAndOnlyThen() throws Exception {
        try (var first = tab(grace, "one", "https://shop.example/cart", true);
                var second = tab(grace, "two", "https://shop.example/", false)) {
            awaitGrace();
            String request = ask(ada).statusCode(201)
                    .body("state", equalTo("open"))
                    .extract()
                    .path("id");
            var asked = first.await("access.requested");
            second.await("access.requested");
            assertThat(asked.path("staffName").asText()).isEqualTo("Ada");
            assertThat(asked.path("reason").asText()).isEqualTo("Your order");
            assertThat(sessions.access().begunBy(UUID.fromString(grace.id()))).isEmpty();

            answer(first, request, true);

            String session = first.await("access.closed").path("sessionId").asText();
            assertThat(second.await("access.closed").path("sessionId").asText()).isEqualTo(session);
            await().untilAsserted(() -> assertThat(sessions.access().begunBy(UUID.fromString(grace.id())))
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.staff()).hasToString(ada.id());
                        assertThat(one.reason()).isEqualTo("Your order");
                        assertThat(one.url()).isEqualTo("https://shop.example/cart");
                        assertThat(one.session()).hasToString(session);
                    }));
            get(ada, "/api/visitors/access/" + request)
                    .body("state", equalTo("allowed"))
                    .body("sessionId", equalTo(session));
        }
    }

    @Test
    void noIsToldAndBeginsNothing() throws Exception {
        try (var visitor = tab(grace, "one", "https://shop.example/", true)) {
            awaitGrace();
            String request = ask(ada).extract().path("id");
            visitor.await("access.requested");

            answer(visitor, request, false);

            assertThat(visitor.await("access.closed").path("outcome").asText()).isEqualTo("denied");
            get(ada, "/api/visitors/access/" + request).body("state", equalTo("denied"));
            answer(visitor, request, true);
            visitor.await("problem", problem -> problem.path("code").asText().equals("request-unknown"));
            assertThat(sessions.access().begunBy(UUID.fromString(grace.id()))).isEmpty();
        }
    }

    @Test
    void silenceIsANo() throws Exception {
        try (var visitor = tab(grace, "one", "https://shop.example/", true)) {
            awaitGrace();
            String request = ask(ada).extract().path("id");
            visitor.await("access.requested");

            await().untilAsserted(
                            () -> get(ada, "/api/visitors/access/" + request).body("state", equalTo("expired")));

            answer(visitor, request, true);
            visitor.await("problem", problem -> problem.path("code").asText().equals("request-unknown"));
            assertThat(sessions.access().begunBy(UUID.fromString(grace.id()))).isEmpty();
            ask(bob).statusCode(201);
        }
    }

    @Test
    void nobodyAsksTwiceAtOnceOrWhomIsNotThereOrInASession() throws Exception {
        ask(ada).statusCode(404).body("code", equalTo("visitor-gone"));
        try (var visitor = tab(grace, "one", "https://shop.example/", true)) {
            await().untilAsserted(() -> assertThat(live(ada).getInt("total")).isEqualTo(1));
            String request = ask(ada).statusCode(201).extract().path("id");

            ask(bob).statusCode(409).body("code", equalTo("already-asked"));

            get(bob, "/api/visitors/access/" + request).statusCode(404);
            var session = UUID.randomUUID();
            sessions.access().isIn(UUID.fromString(grace.id()), session);
            ask(bob).statusCode(201)
                    .body("state", equalTo("in_session"))
                    .body("sessionId", equalTo(session.toString()))
                    .body("detail", equalTo("Bob"));
            assertThat(visitor.isOpen()).isTrue();
        }
    }

    @Test
    void sessionOfAColleagueIsSaidToBeButNotWhich() throws Exception {
        try (var visitor = tab(grace, "one", "https://shop.example/", true)) {
            awaitGrace();
            sessions.access().isInUnseen(UUID.fromString(grace.id()));

            ask(ada).statusCode(201)
                    .body("state", equalTo("in_session"))
                    .body("$", not(hasKey("sessionId")))
                    .body("$", not(hasKey("detail")));

            assertThat(visitor.isOpen()).isTrue();
        }
    }

    @Test
    void answerToWhatOneWasNotAskedIsRefused() throws Exception {
        var mallory = TestTokens.visitor(organisation, site);
        try (var visitor = tab(grace, "one", "https://shop.example/", true);
                var other = tab(mallory, "one", "https://shop.example/", true)) {
            await().untilAsserted(() -> assertThat(live(ada).getInt("total")).isEqualTo(2));
            String request = ask(ada).statusCode(201).extract().path("id");
            visitor.await("access.requested");

            answer(other, request, true);

            other.await("problem", problem -> problem.path("code").asText().equals("request-unknown"));
            get(ada, "/api/visitors/access/" + request).body("state", equalTo("open"));
        }
    }

    @Test
    void bothSidesHearThatThePlanIncludesNoMore() throws Exception {
        sessions.access().refuse(402);
        try (var visitor = tab(grace, "one", "https://shop.example/", true)) {
            await().untilAsserted(() -> assertThat(live(ada).getInt("total")).isEqualTo(1));
            String request = ask(ada).statusCode(201).extract().path("id");
            visitor.await("access.requested");

            answer(visitor, request, true);

            var closed = visitor.await("access.closed");
            assertThat(closed.path("outcome").asText()).isEqualTo("failed");
            assertThat(closed.path("detail").asText()).contains("plan");
            assertThat(get(ada, "/api/visitors/access/" + request).extract().<String>path("detail"))
                    .contains("plan");
        }
    }

    private void awaitGrace() {
        await().untilAsserted(() ->
                assertThat(live(ada).getList("items.id", String.class)).contains(grace.id()));
    }

    private TestSocket tab(TestToken visitor, String name, String url, boolean visible) throws ExecutionException {
        var socket = TestSocket.open(port, "/ws/visitor", visitor.sign());
        socket.send("{'type':'hello','protocol':1,'tab':'%s','url':'%s','title':'Shop','visible':%s}"
                .formatted(name, url, visible));
        socket.await("welcome");
        return socket;
    }

    private ValidatableResponse ask(TestToken staff) {
        return given().auth()
                .oauth2(staff.sign())
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "Your order"))
                .post("/api/visitors/" + grace.id() + "/access")
                .then();
    }

    private static void answer(TestSocket visitor, String request, boolean allowed) {
        visitor.send("{'type':'access.answer','request':'%s','allowed':%s}".formatted(request, allowed));
    }

    private static JsonPath live(TestToken staff) {
        return get(staff, "/api/visitors/live").statusCode(200).extract().jsonPath();
    }

    private static ValidatableResponse get(TestToken caller, String path) {
        return given().auth().oauth2(caller.sign()).get(path).then();
    }
}
