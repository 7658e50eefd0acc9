package dev.remotesupport.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remotesupport.contracts.event.SessionAssigned;
import dev.remotesupport.embedded.Ports;
import dev.remotesupport.testkit.EventCollector;
import dev.remotesupport.testkit.Published;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestTokens;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.http.UpgradeRejectedException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.awaitility.Awaitility;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The packaged service twice, on the same Postgres and Kafka. What a test has ended is started again for the next. */
class TwoReplicasIT {

    private static final SessionServiceStandIn SESSIONS = new SessionServiceStandIn();
    private static final Map<String, String> CONFIG = new HashMap<>();
    private static Replica one;
    private static Replica two;
    private TestSession session;

    @BeforeAll
    static void startPeers() {
        CONFIG.putAll(new ServiceInfrastructure().start());
        CONFIG.putAll(SESSIONS.start());
        // As in production: two cold processes on a busy machine need it.
        CONFIG.put("remote-support.signaling.hello-within", "5s");
        CONFIG.put("remote-support.signaling.lease-for", "6s");
        CONFIG.put("remote-support.signaling.return-within", "30s");
    }

    @AfterAll
    static void stopAll() {
        one.close();
        two.close();
        SESSIONS.stop();
    }

    @BeforeEach
    void startWhatIsDown() throws IOException {
        one = running(one);
        two = running(two);
        session = new TestSession(SESSIONS, one.port());
        session.stored.give("view", Duration.ofMinutes(5));
        session.stored.give("control", Duration.ofMinutes(5));
    }

    @AfterEach
    void closeSockets() {
        session.close();
    }

    @Test
    void replicaThatGoesDownHandsTheRoomOverAtOnce() throws Exception {
        try (var events = EventCollector.on("signaling.events.v1")) {
            TestSocket customer = session.customer();
            TestSocket technician = session.technician();
            session.watch(technician, customer);
            customer.send(TestSession.recorded(1, true, "page"));
            technician.await("cobrowse.events");
            assertThatThrownBy(() -> TestSocket.open(
                            two.port(), "/ws/signaling", session.customerToken().sign()))
                    .cause()
                    .isInstanceOfSatisfying(UpgradeRejectedException.class, refusal -> {
                        assertThat(refusal.getStatus()).isEqualTo(421);
                        assertThat(refusal.getHeaders().get("X-Room-Owner")).isEqualTo("localhost:" + one.port());
                    });

            one.terminate();

            assertThat(customer.closeCode()).isEqualTo(1012);
            assertThat(technician.closeCode()).isEqualTo(1012);
            session.moveTo(two.port());
            TestSocket moved = session.customer();
            assertThat(moved.await("welcome").path("epoch").asLong()).isEqualTo(2);
            assertThat(moved.await("welcome").path("grants")).hasSize(2);
            session.watch(session.technician(), moved);
            moved.send("{'type':'leave'}");
            events.await(event ->
                    event.type().equals("ParticipantLeft") && event.key().equals(session.id.toString()));
            assertThat(events.events("ParticipantJoined", session.id.toString()))
                    .hasSize(2);
        }
    }

    @Test
    void visitorOnOneReplicaIsSeenAndAskedThroughTheOther() throws Exception {
        var organisation = UUID.randomUUID();
        var grace = TestTokens.visitor(organisation, UUID.randomUUID()).named("Visitor");
        var ada = TestTokens.staff(organisation, "support").named("Ada").sign();
        try (var tab = TestSocket.open(one.port(), "/ws/visitor", grace.sign())) {
            tab.send("{'type':'hello','protocol':1,'tab':'t','url':'https://shop.example/','title':'','visible':true}");
            Awaitility.await()
                    .untilAsserted(() -> throughTwo(ada)
                            .get("/api/visitors/live")
                            .then()
                            .body("items.id", Matchers.contains(grace.id())));

            String request = throughTwo(ada)
                    .post("/api/visitors/{id}/access", grace.id())
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            tab.await("access.requested");
            tab.send("{'type':'access.answer','request':'%s','allowed':true}".formatted(request));

            var begun = tab.await("access.closed").path("sessionId").asText();
            throughTwo(ada)
                    .get("/api/visitors/access/{id}", request)
                    .then()
                    .body("state", Matchers.equalTo("allowed"))
                    .body("sessionId", Matchers.equalTo(begun));
        }
        Awaitility.await()
                .untilAsserted(
                        () -> throughTwo(ada).get("/api/visitors/live").then().body("total", Matchers.equalTo(0)));
    }

    private static RequestSpecification throughTwo(String token) {
        return RestAssured.given()
                .baseUri("http://localhost:" + two.port())
                .contentType(ContentType.JSON)
                .auth()
                .oauth2(token);
    }

    @Test
    void roomOfAKilledReplicaOpensElsewhereWhenItsLeaseHasRunOut() throws Exception {
        TestSocket customer = session.customer();

        one.kill();

        assertThat(customer.closeCode()).isEqualTo(1006);
        Awaitility.await().ignoreExceptions().atMost(Duration.ofSeconds(20)).until(() -> {
            TestSocket.open(two.port(), "/ws/signaling", session.customerToken().sign())
                    .close();
            return true;
        });
        session.moveTo(two.port());
        assertThat(session.customer().await("welcome").path("epoch").asLong()).isEqualTo(2);
    }

    @Test
    void pausedReplicaRelaysNothingAfterItWakes() throws Exception {
        TestSocket customer = session.customer();
        TestSocket technician = session.technician();
        session.watch(technician, customer);
        one.signal("STOP");
        technician.send(session.click(UUID.randomUUID()));
        Awaitility.await().ignoreExceptions().atMost(Duration.ofSeconds(20)).until(() -> {
            TestSocket.open(two.port(), "/ws/signaling", session.customerToken().sign())
                    .close();
            return true;
        });

        one.signal("CONT");

        assertThat(technician.closeCode()).isEqualTo(1012);
        assertThat(customer.closeCode()).isEqualTo(1012);
        assertThat(customer.all("control.click")).isEmpty();
    }

    @Test
    void formerTechnicianIsPutOutOfTheirRoomAndStaysOutWhenItMoves() throws Exception {
        TestSocket customer = session.customer();
        String unused = session.technicianToken().sign();
        TestSocket former = session.technician();
        session.watch(former, customer);
        var successor = TestTokens.staff(session.organisation, "support");
        session.stored.is("active", 9);
        session.stored.endGrants();
        session.stored.noLongerAdmit(session.staff.id());

        Published.events(new SessionAssigned(
                session.organisation, session.id, 9, Instant.now(), UUID.fromString(successor.id())));

        assertThat(former.closeCode()).isEqualTo(4403);
        assertThat(customer.await("participant.left").path("reason").asText()).isEqualTo("removed");
        one.terminate();
        session.moveTo(two.port());
        TestSocket moved = session.customer();
        assertThat(moved.await("welcome").path("grants")).isEmpty();
        TestSocket again = session.socket(unused);
        again.send("{'type':'hello','protocol':1}");
        assertThat(again.closeCode()).isEqualTo(4403);
        session.socket(TestTokens.participant(successor, session.id, UUID.randomUUID(), "technician", "console"))
                .hello();
    }

    @Test
    void consoleThatChangesTheReplicaNeverGoes() throws Exception {
        UUID ada = UUID.randomUUID();
        // The first console of a cold replica takes longer than a change between two that are at work.
        console(two, UUID.randomUUID()).close();
        TestSocket before = console(one, ada);
        Awaitility.await().until(() -> SESSIONS.desk().saw(session.organisation, ada));

        before.close();
        TestSocket after = console(two, ada);

        Thread.sleep(6_000);
        assertThat(after.settle().isOpen()).isTrue();
        assertThat(SESSIONS.desk().missed(session.organisation, ada)).isFalse();
        after.close();
        Awaitility.await().until(() -> SESSIONS.desk().missed(session.organisation, ada));
    }

    @Test
    void waitingCustomersOnBothReplicasSeeTheQueueMove() {
        UUID earlier = UUID.randomUUID();
        try (var other = new TestSession(SESSIONS, two.port(), session.organisation)) {
            session.stored.is("queued", 2);
            other.stored.is("queued", 2);
            SESSIONS.desk().queue(session.organisation, List.of(earlier, session.id, other.id));
            TestSocket here = session.customer();
            TestSocket there = other.customer();
            there.await("queue.position", frame -> frame.path("position").asInt() == 3);

            SESSIONS.desk().queue(session.organisation, List.of(session.id, other.id));
            Published.events(new SessionAssigned(session.organisation, earlier, 3, Instant.now(), UUID.randomUUID()));

            here.await("queue.position", frame -> frame.path("position").asInt() == 1);
            there.await("queue.position", frame -> frame.path("position").asInt() == 2);
        }
    }

    private TestSocket console(Replica replica, UUID staff) throws ExecutionException {
        String token = TestTokens.staff(session.organisation, "support")
                .withId(staff.toString())
                .sign();
        return TestSocket.open(replica.port(), "/ws/console", token).hello();
    }

    private static Replica running(Replica replica) throws IOException {
        return replica != null && replica.isRunning() ? replica : Replica.start(Ports.free(), CONFIG);
    }
}
