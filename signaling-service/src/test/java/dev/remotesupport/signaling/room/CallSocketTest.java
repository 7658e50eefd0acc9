package dev.remotesupport.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.remotesupport.contracts.CallOutcome;
import dev.remotesupport.contracts.CallState;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.event.CallAnswered;
import dev.remotesupport.contracts.event.CallEnded;
import dev.remotesupport.contracts.event.CallQueued;
import dev.remotesupport.contracts.event.CallRinging;
import dev.remotesupport.contracts.event.CallTransferred;
import dev.remotesupport.signaling.SessionServiceStandIn;
import dev.remotesupport.signaling.TestSession;
import dev.remotesupport.signaling.TestSocket;
import dev.remotesupport.testkit.Published;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
class CallSocketTest {

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    SessionServiceStandIn sessions;
    TestSession session;
    TestSocket customer;
    TestSocket technician;
    private final UUID call = UUID.randomUUID();

    @BeforeEach
    void meet() {
        session = new TestSession(sessions, port);
        customer = session.customer();
        technician = session.technician();
    }

    @AfterEach
    void closeSockets() {
        session.close();
    }

    @Test
    void bothSidesHearHowACallStandsAndOldNewsChangeNothing() {
        var staff = UUID.fromString(session.staff.id());
        Published.events(new CallQueued(session.organisation, call, 1, Instant.now(), session.id));
        awaitState("queued");
        Published.events(new CallRinging(
                session.organisation,
                call,
                2,
                Instant.now(),
                session.id,
                staff,
                Seat.TECHNICIAN,
                Instant.now().plusSeconds(20)));
        var ringing = awaitState("ringing");
        Published.events(answered(3, staff));
        awaitState("active");
        Published.events(new CallQueued(session.organisation, call, 1, Instant.now(), session.id));
        Published.events(ended(4));
        var over = awaitState("completed");

        assertThat(ringing.path("ringsAt").asText()).isEqualTo("technician");
        assertThat(ringing.path("staffId").asText()).isEqualTo(staff.toString());
        assertThat(over.path("reason").asText()).isEqualTo("ended-by-customer");
        assertThat(customer.settle().all("call.changed")).hasSize(4);
    }

    @Test
    void browsersMeetInACallAndNotBeforeOrAfterIt() {
        customer.send(offer(session.technicianId));
        assertThat(customer.await("problem").path("code").asText()).isEqualTo("not-granted");

        Published.events(answered(2, UUID.fromString(session.staff.id())));
        awaitState("active");
        technician.send("{'type':'peer.state','to':'%s','capability':'call','state':'wanted'}".formatted(session.tab));
        customer.await("peer.state");
        customer.send(offer(session.technicianId)).send(media(session.technicianId));

        assertThat(technician.await("peer.description").path("sdp").asText()).isEqualTo("v=0");
        assertThat(technician.await("peer.media").path("muted").asBoolean()).isTrue();

        Published.events(ended(3));
        awaitState("completed");
        customer.send(media(session.technicianId)).settle();
        assertThat(customer.all("problem")).hasSize(2);
        assertThat(technician.settle().all("peer.media")).hasSize(1);
    }

    @Test
    void onlyWhoeverHasTheCallIsReached() {
        var lead = TestTokens.staff(session.organisation, "team_lead").named("Lena");
        var leadId = UUID.randomUUID();
        var listening = session.socket(TestTokens.participant(lead, session.id, leadId, "technician", "console"))
                .hello();
        Published.events(answered(2, UUID.fromString(session.staff.id())));
        awaitState("active");

        customer.send(offer(leadId));
        assertThat(customer.await("problem").path("code").asText()).isEqualTo("not-granted");
        listening.send("{'type':'peer.state','to':'%s','capability':'call','state':'wanted'}".formatted(session.tab));
        assertThat(listening.await("problem").path("code").asText()).isEqualTo("not-granted");

        Published.events(new CallTransferred(
                session.organisation,
                call,
                3,
                Instant.now(),
                session.id,
                UUID.fromString(lead.id()),
                CallState.ACTIVE,
                null,
                null));
        listening.await("call.changed", frame -> frame.path("version").asInt() == 3);
        customer.send(offer(leadId));
        assertThat(listening.await("peer.description").path("sdp").asText()).isEqualTo("v=0");
    }

    @Test
    void whoComesInLaterHearsOfTheCallThatIsUnderWay() {
        session.stored.has(call, "active", 5, session.staff.id());

        var back = session.technician();

        var standing = back.await("call.changed");
        assertThat(standing.path("call").asText()).isEqualTo(call.toString());
        assertThat(standing.path("version").asInt()).isEqualTo(5);
        assertThat(customer.await("call.changed").path("state").asText()).isEqualTo("active");
    }

    @Test
    void nextCallTakesThePlaceOfTheOneBefore() {
        Published.events(answered(2, UUID.fromString(session.staff.id())));
        awaitState("active");
        var next = UUID.randomUUID();
        Published.events(new CallQueued(session.organisation, next, 1, Instant.now(), session.id));
        awaitState("queued");
        Published.events(ended(3));
        awaitHeard(4);
        Published.events(new CallRinging(
                session.organisation,
                next,
                2,
                Instant.now(),
                session.id,
                UUID.fromString(session.staff.id()),
                Seat.TECHNICIAN,
                Instant.now().plusSeconds(20)));
        awaitState("ringing");

        var later = session.technician();

        assertThat(later.await("call.changed").path("call").asText()).isEqualTo(next.toString());
        assertThat(customer.settle().all("call.changed"))
                .noneMatch(frame -> frame.path("state").asText().equals("completed"));
    }

    /** Events with one key are heard one after another: in another room, what is told after those before has come when they have. */
    private void awaitHeard(long version) {
        var other = new TestSession(sessions, port);
        var elsewhere = other.customer();
        Published.events(new CallQueued(other.organisation, call, version, Instant.now(), other.id));
        elsewhere.await("call.changed");
        other.close();
    }

    @CanIgnoreReturnValue
    private JsonNode awaitState(String state) {
        technician.await("call.changed", frame -> frame.path("state").asText().equals(state));
        return customer.await(
                "call.changed", frame -> frame.path("state").asText().equals(state));
    }

    private CallAnswered answered(long version, UUID staff) {
        return new CallAnswered(session.organisation, call, version, Instant.now(), session.id, staff, Instant.now());
    }

    private CallEnded ended(long version) {
        return new CallEnded(
                session.organisation,
                call,
                version,
                Instant.now(),
                session.id,
                CallOutcome.COMPLETED,
                "ended-by-customer",
                Instant.now(),
                Instant.now(),
                Duration.ZERO.toSeconds(),
                null);
    }

    private static String offer(UUID to) {
        return "{'type':'peer.description','to':'%s','connection':'%s','capability':'call','kind':'offer','sdp':'v=0'}"
                .formatted(to, UUID.randomUUID());
    }

    private static String media(UUID to) {
        return "{'type':'peer.media','to':'%s','capability':'call','muted':true,'held':false,'picture':'none'}"
                .formatted(to);
    }
}
