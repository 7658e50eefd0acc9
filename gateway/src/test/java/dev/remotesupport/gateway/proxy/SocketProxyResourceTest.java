package dev.remotesupport.gateway.proxy;

import static dev.remotesupport.gateway.TestGateway.as;
import static dev.remotesupport.gateway.TestGateway.hire;
import static dev.remotesupport.gateway.TestGateway.login;
import static dev.remotesupport.gateway.TestGateway.operator;
import static dev.remotesupport.gateway.TestGateway.organisation;
import static dev.remotesupport.gateway.TestGateway.site;
import static dev.remotesupport.gateway.TestGateway.uniqueEmail;
import static dev.remotesupport.gateway.TestGateway.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.remotesupport.gateway.GatewayConfig;
import dev.remotesupport.gateway.GatewayTest;
import dev.remotesupport.gateway.participant.Participants;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@GatewayTest
class SocketProxyResourceTest {

    private static final String SHOP = "https://shop.example";

    @Inject
    Vertx vertx;

    @Inject
    GatewayConfig config;

    @Test
    void socketPassesTextBothWaysAndTheTokenAsAHeader() throws InterruptedException {
        String token = organisation("team").admin();

        var socket = open("/ws/console", ownOrigin(), token);

        assertThat(socket.subProtocol()).isEqualTo("remote-support.v1");
        var greeting = socket.nextJson();
        assertThat(greeting.getString("authorization")).isEqualTo("Bearer " + token);
        assertThat(greeting.getString("offered")).isEqualTo("remote-support.v1");
        socket.send("hello");
        assertThat(socket.next()).isEqualTo("hello");
        String large = "x".repeat(100_000);
        socket.send(large);
        assertThat(socket.next()).isEqualTo(large);
        socket.close();
    }

    @Test
    void checkOfTheLineSaysBackAFewShortWordsToOurOwnPagesWithoutAToken() throws InterruptedException {
        var socket = open("/ws/check", ownOrigin(), null);
        var closed = new CountDownLatch(1);
        socket.socket().closeHandler(unused -> closed.countDown());

        socket.send("1");
        assertThat(socket.next()).isEqualTo("1");
        socket.send("x".repeat(17));
        assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
        refuses(403, "/ws/check", "https://evil.example", null);
        refuses(403, "/ws/check", null, null);
    }

    @Test
    void wrongOriginMissingOriginAndBadTokenAreRefused() {
        var organisation = organisation("team");
        String visitor = visitor(site(organisation, SHOP), SHOP);

        refuses(403, "/ws/console", "https://evil.example", organisation.admin());
        refuses(403, "/ws/console", null, organisation.admin());
        refuses(403, "/ws/chat", "https://evil.example", visitor);
        refuses(403, "/ws/console", SHOP, organisation.admin());
        refuses(401, "/ws/console", ownOrigin(), "not.a.token");
        refuses(404, "/ws/unknown", ownOrigin(), organisation.admin());
    }

    @Test
    void consolesSocketIsForStaffOnly() {
        String visitor = visitor(site(organisation("team"), SHOP), SHOP);

        refuses(403, "/ws/console", SHOP, visitor);
        refuses(403, "/ws/console", ownOrigin(), operator());
        refuses(403, "/ws/chat", ownOrigin(), operator());
    }

    @Test
    void visitorsSocketOpensFromItsSite() throws InterruptedException {
        String visitor = visitor(site(organisation("team"), SHOP), SHOP);

        var socket = open("/ws/chat", SHOP, visitor);

        assertThat(socket.nextJson().getString("authorization")).isEqualTo("Bearer " + visitor);
        socket.close();
    }

    @Test
    void participantsOfASessionMeetOnOneReplica() throws InterruptedException {
        String visitor = visitor(site(organisation("team"), SHOP), SHOP);
        for (int attempt = 0; attempt < 5; attempt++) {
            var session = UUID.randomUUID();

            var first = open("/ws/signaling", SHOP, Participants.token(visitor, SHOP, session, "one"));
            var second = open("/ws/signaling", SHOP, Participants.token(visitor, SHOP, session, "two"));

            assertThat(first.nextJson().getString("replica"))
                    .isEqualTo(second.nextJson().getString("replica"));
            first.close();
            second.close();
        }
    }

    @Test
    void movedRoomIsReachedWhereverItIs() throws InterruptedException {
        String visitor = visitor(site(organisation("team"), SHOP), SHOP);
        String participant = Participants.token(visitor, SHOP, UUID.randomUUID(), "one");
        for (var replica : config.upstreams().get("signaling")) {
            String owner = replica.getAuthority();

            var socket = open("/ws/signaling?owner=" + owner, SHOP, participant);

            assertThat(socket.nextJson().getString("replica")).isEqualTo(owner);
            socket.close();
        }
    }

    @Test
    void roomOnAReplicaWeDoNotKnowIsAMomentAway() {
        String visitor = visitor(site(organisation("team"), SHOP), SHOP);
        String participant = Participants.token(visitor, SHOP, UUID.randomUUID(), "one");

        refuses(503, "/ws/signaling?owner=evil.example:80", SHOP, participant);
    }

    @Test
    void removedMembersSocketIsCutOffAndOpensNoMore() throws InterruptedException {
        var organisation = organisation("team");
        String email = uniqueEmail();
        String id = hire(organisation, email, "support");
        String token = login(email);
        var socket = open("/ws/console", ownOrigin(), token);
        var closed = new CountDownLatch(1);
        socket.socket().closeHandler(unused -> closed.countDown());
        var others = open("/ws/console", ownOrigin(), organisation.admin());

        organisation.asAdmin().delete("/api/staff/{id}", id).then().statusCode(204);

        assertThat(closed.await(2, TimeUnit.SECONDS)).isTrue();
        refuses(401, "/ws/console", ownOrigin(), token);
        assertThat(others.nextJson()).isNotNull();
        others.send("still here");
        assertThat(others.next()).isEqualTo("still here");
        others.close();
    }

    @Test
    void loweredMembersSocketIsCutOffAndOpensAgainInTheNewRoleOnly() throws InterruptedException {
        var organisation = organisation("team");
        String email = uniqueEmail();
        String id = hire(organisation, email, "team_lead");
        String before = login(email);
        var socket = open("/ws/console", ownOrigin(), before);
        var closed = new CountDownLatch(1);
        socket.socket().closeHandler(unused -> closed.countDown());

        organisation
                .asAdmin()
                .body(Map.of("role", "support"))
                .patch("/api/staff/{id}", id)
                .then()
                .statusCode(200);

        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
        refuses(401, "/ws/console", ownOrigin(), before);
        var again = open("/ws/console", ownOrigin(), login(email));
        assertThat(again.nextJson()).isNotNull();
        again.close();
    }

    @Test
    void socketFromBeforeANewPasswordIsCutOff() throws InterruptedException {
        var organisation = organisation("team");
        String email = uniqueEmail();
        String id = hire(organisation, email, "support");
        String before = login(email);
        var socket = open("/ws/console", ownOrigin(), before);
        var closed = new CountDownLatch(1);
        socket.socket().closeHandler(unused -> closed.countDown());
        // Tokens tell whole seconds.
        var next = Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
        await().until(() -> !Instant.now().isBefore(next));

        organisation
                .asAdmin()
                .body(Map.of("password", "another long password"))
                .patch("/api/staff/{id}", id)
                .then()
                .statusCode(200);

        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
        refuses(401, "/ws/console", ownOrigin(), before);
    }

    @Test
    void suspendedOrganisationsSocketsAndTokensAreRefusedWithinAMoment() {
        var organisation = organisation("team");
        as(operator())
                .body(Map.of("suspended", true))
                .patch("/api/organisations/{id}", organisation.id())
                .then()
                .statusCode(200);

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> organisation
                        .asAdmin()
                        .get("/api/desk/staff")
                        .then()
                        .statusCode(403)
                        .body("code", equalTo("organisation-suspended")));
        refuses(403, "/ws/console", ownOrigin(), organisation.admin());
    }

    private void refuses(int status, String path, String origin, String token) {
        assertThatThrownBy(() -> open(path, origin, token))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        UpgradeRejectedException.class,
                        refusal -> assertThat(refusal.getStatus()).isEqualTo(status));
    }

    private TestSocket open(String path, String origin, String token) {
        var options = new WebSocketConnectOptions()
                .setHost("localhost")
                .setPort(RestAssured.port)
                .setURI(path);
        if (token != null) {
            options.setSubProtocols(List.of("remote-support.v1", "bearer." + token));
        }
        if (origin != null) {
            options.addHeader("Origin", origin);
        } else {
            options.setAllowOriginHeader(false);
        }
        var client = vertx.createWebSocketClient();
        var messages = new LinkedBlockingQueue<String>();
        var socket = new CompletableFuture<WebSocket>();
        // The handler has to be there before the first frame, so it is set on the thread that reads it.
        vertx.runOnContext(unused -> client.connect(options)
                .onSuccess(opened -> {
                    opened.textMessageHandler(messages::add);
                    socket.complete(opened);
                })
                .onFailure(socket::completeExceptionally));
        return new TestSocket(socket.join(), messages);
    }

    private record TestSocket(WebSocket socket, BlockingQueue<String> messages) {

        String subProtocol() {
            return socket.subProtocol();
        }

        String next() throws InterruptedException {
            return messages.poll(5, TimeUnit.SECONDS);
        }

        JsonObject nextJson() throws InterruptedException {
            return new JsonObject(next());
        }

        void send(String text) {
            var unused = socket.writeTextMessage(text);
        }

        void close() {
            var unused = socket.close();
        }
    }

    private static String ownOrigin() {
        return "http://localhost:" + RestAssured.port;
    }
}
