package dev.remotesupport.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.event.CallAnswered;
import dev.remotesupport.contracts.event.CallQueued;
import dev.remotesupport.contracts.event.CallRinging;
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

/** Technicians at whom a call rings make ready for it, and are let in once they have answered. */
@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
class EarlySocketTest {

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    SessionServiceStandIn sessions;
    TestSession session;
    TestSocket customer;
    private final UUID call = UUID.randomUUID();

    @BeforeEach
    void customerWaits() {
        session = new TestSession(sessions, port);
        session.stored.is("offered", 2);
        // Nothing of the room is for who is not in it, whatever the customer has allowed.
        session.stored.give("screen", Duration.ofHours(1));
        customer = session.customer();
    }

    @AfterEach
    void closeSockets() {
        session.close();
    }

    @Test
    void whoeverItRingsAtMeetsTheTabsAndNothingElse() {
        ringsAtTheTechnician(2);

        var early = early().hello();

        var welcome = early.await("welcome");
        assertThat(welcome.path("participants")).hasSize(1);
        assertThat(welcome.path("participants").get(0).path("id").asText()).isEqualTo(session.tab.toString());
        assertThat(welcome.path("participants").get(0).path("page").isNull()).isTrue();
        assertThat(welcome.path("grants")).isEmpty();
        assertThat(early.await("call.changed").path("state").asText()).isEqualTo("ringing");
        assertThat(customer.settle().all("participant.joined")).isEmpty();

        early.send("{'type':'peer.state','to':'%s','capability':'call','state':'wanted'}".formatted(session.tab));
        assertThat(customer.await("peer.state").path("from").asText()).isEqualTo(session.technicianId.toString());
        customer.send(
                "{'type':'peer.description','to':'%s','connection':'%s','capability':'call','kind':'offer','sdp':'v=0'}"
                        .formatted(session.technicianId, UUID.randomUUID()));
        assertThat(early.await("peer.description").path("sdp").asText()).isEqualTo("v=0");

        early.send("{'type':'grant.request','capability':'view'}");
        assertThat(early.await("problem").path("code").asText()).isEqualTo("not-granted");
        early.send("{'type':'peer.state','to':'%s','capability':'screen','state':'wanted'}".formatted(session.tab));
        early.await("problem", frame -> frame.path("about").asText().equals("peer"));
        assertThat(customer.settle().all("grant.requested")).isEmpty();
        assertThat(customer.all("peer.state")).hasSize(1);
    }

    @Test
    void aTabThatComesMeanwhileIsTold() {
        ringsAtTheTechnician(2);
        var early = early().hello();
        var other = UUID.randomUUID();

        var second = session.socket(TestTokens.participant(session.visitor, session.id, other, "customer", "tab-2"))
                .hello();

        var joined = early.await("participant.joined").path("participant");
        assertThat(joined.path("id").asText()).isEqualTo(other.toString());
        assertThat(joined.path("page").isNull()).isTrue();
        second.send("{'type':'leave'}");
        assertThat(early.await("participant.left").path("participant").asText()).isEqualTo(other.toString());
    }

    @Test
    void whoeverHasAnsweredIsLetInWithTheParticipantsToken() {
        ringsAtTheTechnician(2);
        var early = early().hello();
        session.stored.is("active", 3);
        session.stored.has(call, "active", 3, session.staff.id());

        early.send("{'type':'token.renew','token':'%s'}"
                .formatted(session.technicianToken().sign()));

        assertThat(customer.await("participant.joined")
                        .path("participant")
                        .path("id")
                        .asText())
                .isEqualTo(session.technicianId.toString());
        customer.await("call.changed", frame -> frame.path("state").asText().equals("active"));
        early.await("welcome", frame -> frame.path("participants").size() == 2);
        session.grant(early, customer, "view");
    }

    @Test
    void whoIsCalledByAnotherOneIsLetInByNoToken() {
        ringsAtTheTechnician(2);
        var early = early().hello();
        session.stored.noLongerAdmit(session.staff.id());

        early.send("{'type':'token.renew','token':'%s'}"
                .formatted(session.technicianToken().sign()));

        assertThat(early.closeCode()).isEqualTo(4403);
        assertThat(customer.settle().all("participant.joined")).isEmpty();
    }

    @Test
    void whoIsCalledNoMoreHasToGo() {
        ringsAtTheTechnician(2);
        var early = early().hello();

        Published.events(new CallQueued(session.organisation, call, 3, Instant.now(), session.id));

        assertThat(early.closeCode()).isEqualTo(4403);
        customer.send("{'type':'peer.media','to':'%s','capability':'call','muted':true,'held':false,'picture':'none'}"
                .formatted(session.technicianId));
        assertThat(customer.await("problem").path("code").asText()).isEqualTo("peer-unknown");
    }

    @Test
    void whatAColleagueHasAnsweredIsOverForTheOthers() {
        ringsAtTheTechnician(2);
        var early = early().hello();

        Published.events(new CallAnswered(
                session.organisation, call, 3, Instant.now(), session.id, UUID.randomUUID(), Instant.now()));

        assertThat(early.closeCode()).isEqualTo(4403);
    }

    @Test
    void whoIsNotCalledComesBackLater() {
        var early = early().send("{'type':'hello','protocol':1}");

        assertThat(early.closeCode()).isEqualTo(1012);
        assertThat(early.all("welcome")).isEmpty();
    }

    private TestSocket early() {
        return session.socket(TestTokens.early(session.staff, session.id, session.technicianId, "console"));
    }

    private void ringsAtTheTechnician(long version) {
        Published.events(new CallRinging(
                session.organisation,
                call,
                version,
                Instant.now(),
                session.id,
                UUID.fromString(session.staff.id()),
                Seat.TECHNICIAN,
                Instant.now().plusSeconds(20)));
        customer.await("call.changed", frame -> frame.path("state").asText().equals("ringing"));
    }
}
