package dev.remotesupport.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.signaling.SessionServiceStandIn;
import dev.remotesupport.signaling.TestSocket;
import dev.remotesupport.testkit.ServiceInfrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two technicians in one room: one controls, the other watches and may ask. */
@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
class HoldingSocketTest extends WatchedTab {

    static final UUID LEAD = UUID.fromString("0198f3a1-9d10-7bb2-a4c7-6d1e8f2a3b05");

    TestSocket lead;

    @BeforeEach
    void leadWatches() {
        lead = watchingLead(LEAD);
    }

    @Test
    void whoeverActsFirstControlsAndTheOtherWatches() {
        technician.send(session.click(UUID.randomUUID()));
        customer.await("control.click");

        lead.send(session.click(UUID.randomUUID()));

        var result = lead.await("control.result");
        assertThat(result.path("outcome").asText()).isEqualTo("refused");
        assertThat(result.path("reason").asText()).isEqualTo("control-held");
        assertThat(lead.await("control.held").path("by").asText()).isEqualTo(session.technicianId.toString());
        assertThat(customer.settle().all("control.click")).hasSize(1);
    }

    @Test
    void pointingAtSomethingIsNotYetControl() {
        technician.send(("{'type':'control.point','participant':'%s','command':'%s','node':7,'x':0.5,'y':0.5}")
                .formatted(session.tab, UUID.randomUUID()));
        customer.await("control.point");

        lead.send(session.click(UUID.randomUUID()));

        customer.await("control.click");
        assertThat(technician.await("control.held").path("by").asText()).isEqualTo(LEAD.toString());
    }

    @Test
    void controlChangesHandsWhenItsHolderAgrees() {
        hold();
        lead.send("{'type':'control.take'}");
        assertThat(technician.await("control.asked").path("from").asText()).isEqualTo(LEAD.toString());

        technician.send("{'type':'control.yield','to':'%s','allowed':true}".formatted(LEAD));

        lead.await("control.held", frame -> frame.path("by").asText().equals(LEAD.toString()));
        lead.send(session.click(UUID.randomUUID()));
        assertThat(customer.await(
                                "control.click",
                                frame -> frame.path("from").asText().equals(LEAD.toString()))
                        .path("node")
                        .asInt())
                .isEqualTo(7);
        technician.send(session.click(UUID.randomUUID()));
        assertThat(technician
                        .await(
                                "control.result",
                                frame -> frame.path("outcome").asText().equals("refused"))
                        .path("reason")
                        .asText())
                .isEqualTo("control-held");
    }

    @Test
    void controlStaysWhereItIsWhenItsHolderRefuses() {
        hold();
        lead.send("{'type':'control.take'}");
        technician.await("control.asked");

        technician.send("{'type':'control.yield','to':'%s','allowed':false}".formatted(LEAD));

        assertThat(lead.await("problem").path("about").asText()).isEqualTo("control.take");
        lead.send(session.click(UUID.randomUUID()));
        assertThat(lead.await("control.result").path("reason").asText()).isEqualTo("control-held");
    }

    @Test
    void controlIsFreeWhenItsHolderLeaves() {
        hold();

        technician.send("{'type':'leave'}");

        lead.await("control.held", frame -> frame.path("by").isNull());
        lead.send(session.click(UUID.randomUUID()));
        lead.await("control.held", frame -> frame.path("by").asText().equals(LEAD.toString()));
    }

    @Test
    void whoeverDoesNotControlGivesNothingAway() {
        hold();

        lead.send("{'type':'control.yield','to':'%s','allowed':true}".formatted(LEAD));

        assertThat(lead.await("problem").path("code").asText()).isEqualTo("request-unknown");
        assertThat(lead.settle().all("control.held")).hasSize(1);
    }

    @Test
    void takingNeedsTheCustomersConsent() {
        customer.send("{'type':'grant.revoke','capability':'control'}");
        customer.await("grant.changed", frame -> frame.path("outcome").asText().equals("revoked"));

        lead.send("{'type':'control.take'}");

        assertThat(lead.settle().all("control.held")).isEmpty();
        assertThat(lead.isOpen()).isTrue();
    }

    @Test
    void linesAreSeenByTheCustomerAndTheOthersWhoWatch() {
        technician.send(
                "{'type':'pointer.draw','participant':'%s','begins':true,'points':[1,2,3,4.5]}".formatted(session.tab));

        assertThat(customer.await("pointer.draw").path("points")).hasSize(4);
        assertThat(lead.await("pointer.draw").path("from").asText()).isEqualTo(session.technicianId.toString());
        assertThat(technician.settle().all("pointer.draw")).isEmpty();
    }

    @Test
    void proposalHasTwoResults() {
        UUID command = UUID.randomUUID();
        technician.send(session.click(command));
        customer.await("control.click");

        customer.send("{'type':'control.result','command':'%s','outcome':'proposed'}".formatted(command))
                .send("{'type':'control.result','command':'%s','outcome':'refused','reason':'declined'}"
                        .formatted(command));

        technician.await(
                "control.result", frame -> frame.path("outcome").asText().equals("proposed"));
        technician.await(
                "control.result", frame -> frame.path("reason").asText().equals("declined"));
    }

    private void hold() {
        technician.send(session.click(UUID.randomUUID()));
        lead.await("control.held");
    }
}
