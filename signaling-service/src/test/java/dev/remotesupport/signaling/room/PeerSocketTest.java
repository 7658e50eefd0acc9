package dev.remotesupport.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.signaling.SessionServiceStandIn;
import dev.remotesupport.signaling.TestSession;
import dev.remotesupport.signaling.TestSocket;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
class PeerSocketTest {

    private static final UUID CONNECTION = UUID.randomUUID();

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    SessionServiceStandIn sessions;
    TestSession session;
    TestSocket customer;
    TestSocket technician;

    @BeforeEach
    void meet() {
        session = new TestSession(sessions, port);
        customer = session.socket(session.customerToken());
        customer.send("{'type':'hello','protocol':1,'can':['camera','screen']}").await("welcome");
        technician = session.technician();
    }

    @AfterEach
    void closeSockets() {
        session.close();
    }

    @Test
    void whatATabCanShowIsToldToTechnicians() {
        var participants = technician.await("welcome").path("participants");

        assertThat(participants)
                .filteredOn(one -> one.path("seat").asText().equals("customer"))
                .singleElement()
                .satisfies(tab -> assertThat(tab.path("can").toString()).isEqualTo("[\"camera\",\"screen\"]"));
    }

    @Test
    void bothAgreeOnACameraPictureUnderItsGrant() {
        session.grant(technician, customer, "camera");

        technician.send(state(session.tab, "camera", "wanted"));
        customer.await("peer.state");
        customer.send(offer(session.technicianId, "camera", "v=0")).send(candidate(session.technicianId, "camera"));
        technician.await("peer.candidate");
        technician.send(offer(session.tab, "camera", "v=1").replace("offer", "answer"));

        var offer = technician.await("peer.description");
        assertThat(offer.path("from").asText()).isEqualTo(session.tab.toString());
        assertThat(offer.path("connection").asText()).isEqualTo(CONNECTION.toString());
        assertThat(offer.path("sdp").asText()).isEqualTo("v=0");
        assertThat(customer.await("peer.description").path("kind").asText()).isEqualTo("answer");
    }

    @Test
    void onlyTabsThatCanShowItAreAskedAndWhereNoneCanNobodyIs() {
        var site = anotherTab("tab-2").hello();
        customer.send("{'type':'leave'}");
        technician.await("participant.left");

        technician.send("{'type':'grant.request','capability':'camera'}");
        assertThat(technician.await("problem").path("code").asText()).isEqualTo("nothing-to-show");
        var phone = anotherTab("tab-3").send("{'type':'hello','protocol':1,'can':['camera']}");
        phone.await("welcome");
        technician.send("{'type':'grant.request','capability':'camera'}");

        assertThat(phone.await("grant.requested").path("capability").asText()).isEqualTo("camera");
        assertThat(site.settle().all("grant.requested")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"camera", "screen", "view", "control", "call"})
    void nothingPassesUnderAGrantThatWasNotGivenOrIsForNoPicture(String capability) {
        session.grant(technician, customer, "view");

        customer.send(offer(session.technicianId, capability, "v=0"));

        assertThat(customer.await("problem").path("code").asText()).isEqualTo("not-granted");
        assertThat(technician.settle().all("peer.description")).isEmpty();
        assertThat(customer.isOpen()).isTrue();
    }

    @Test
    void grantForTheCameraIsNoneForTheScreen() {
        session.grant(technician, customer, "camera");

        customer.send(offer(session.technicianId, "screen", "v=0"));

        assertThat(customer.await("problem").path("code").asText()).isEqualTo("not-granted");
        assertThat(technician.settle().all("peer.description")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingPassesAfterEitherHasEndedIt(boolean byCustomer) {
        session.grant(technician, customer, "camera");

        (byCustomer ? customer : technician).send("{'type':'grant.revoke','capability':'camera'}");
        customer.await("grant.changed", frame -> frame.path("outcome").asText().equals("revoked"));
        customer.send(offer(session.technicianId, "camera", "v=0")).settle();
        technician.send(state(session.tab, "camera", "wanted"));

        assertThat(technician.await("problem").path("about").asText()).isEqualTo("peer");
        assertThat(technician.all("peer.description")).isEmpty();
        assertThat(customer.settle().all("peer.state")).isEmpty();
    }

    @Test
    void strangersAndThoseOfTheSameSeatAreNotReached() {
        session.grant(technician, customer, "camera");
        var stranger = new TestSession(sessions, port);
        try (stranger) {
            TestSocket elsewhere = stranger.technician();
            TestSocket lead = lead();

            customer.send(offer(stranger.technicianId, "camera", "v=0"));
            assertThat(customer.await("problem").path("code").asText()).isEqualTo("peer-unknown");
            technician.send(offer(leadId, "camera", "v=0"));
            assertThat(technician.await("problem").path("code").asText()).isEqualTo("peer-unknown");

            assertThat(elsewhere.settle().all("peer.description")).isEmpty();
            assertThat(lead.settle().all("peer.description")).isEmpty();
        }
    }

    @Test
    void tabThatIsGoneIsToldAtOnceNotReachedAndAskedAnewWhenBack() {
        session.grant(technician, customer, "camera");
        customer.kill();

        var gone = technician.await("peer.state");
        technician.send(state(session.tab, "camera", "wanted"));
        assertThat(technician.await("problem").path("code").asText()).isEqualTo("peer-unknown");
        TestSocket back = session.customer();
        technician.send(state(session.tab, "camera", "wanted"));

        assertThat(gone.path("state").asText()).isEqualTo("ended");
        assertThat(gone.path("reason").asText()).isEqualTo("away");
        assertThat(back.await("peer.state").path("state").asText()).isEqualTo("wanted");
    }

    @Test
    void offerThatIsRepeatedPassesAgainForTheOtherSideToJudge() {
        session.grant(technician, customer, "camera");

        customer.send(offer(session.technicianId, "camera", "v=0"))
                .send(offer(session.technicianId, "camera", "v=0"))
                .settle();

        assertThat(technician.settle().all("peer.description")).hasSize(2);
    }

    @Test
    void descriptionOf64KilobytesPassesAndALargerOneEndsTheConnection() {
        session.grant(technician, customer, "camera");

        customer.send(offer(session.technicianId, "camera", "v".repeat(65_536)));
        technician.await("peer.description");
        customer.send(offer(session.technicianId, "camera", "v".repeat(65_537)));

        assertThat(customer.closeCode()).isEqualTo(4400);
        assertThat(technician.settle().all("peer.description")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'peer.candidate','to':'nobody','connection':'x','capability':'camera','candidate':'','mid':null,'line':0}",
                "{'type':'peer.state','to':'0198f3a1-7c60-7aa1-8f3d-2b9c5e7f1a02','capability':'x-ray','state':'wanted'}",
                "{'type':'peer.description','to':'0198f3a1-7c60-7aa1-8f3d-2b9c5e7f1a02','capability':'camera'}"
            })
    void malformedWordsEndTheConnection(String malformed) {
        customer.send(malformed);

        assertThat(customer.closeCode()).isEqualTo(4400);
    }

    @Test
    void floodOfCandidatesIsRefusedAndTheConnectionGoesOn() {
        session.grant(technician, customer, "camera");

        for (int count = 0; count < 400; count++) {
            customer.send(candidate(session.technicianId, "camera"));
        }
        customer.settle();

        assertThat(customer.all("problem"))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.path("code").asText()).isEqualTo("too-many"));
        assertThat(technician.settle().all("peer.candidate").size()).isBetween(200, 399);
        assertThat(customer.isOpen()).isTrue();
    }

    private TestSocket anotherTab(String name) {
        return session.socket(TestTokens.participant(session.visitor, session.id, UUID.randomUUID(), "customer", name));
    }

    private final UUID leadId = UUID.randomUUID();

    private TestSocket lead() {
        var lead = TestTokens.staff(session.organisation, "team_lead").named("Lena");
        return session.socket(TestTokens.participant(lead, session.id, leadId, "technician", "console"))
                .hello();
    }

    private static String offer(UUID to, String capability, String sdp) {
        return "{'type':'peer.description','to':'%s','connection':'%s','capability':'%s','kind':'offer','sdp':'%s'}"
                .formatted(to, CONNECTION, capability, sdp);
    }

    private static String candidate(UUID to, String capability) {
        return ("{'type':'peer.candidate','to':'%s','connection':'%s','capability':'%s',"
                        + "'candidate':'candidate:1 1 udp 1 192.0.2.7 9 typ host','mid':'0','line':0}")
                .formatted(to, CONNECTION, capability);
    }

    private static String state(UUID to, String capability, String state) {
        return "{'type':'peer.state','to':'%s','capability':'%s','state':'%s'}".formatted(to, capability, state);
    }
}
