package dev.remotesupport.session.admission;

import static dev.remotesupport.session.Scene.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestToken;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class AdmissionResourceTest {

    private final Scene scene = new Scene();

    @Test
    void theCustomerGetsTheCustomersSeat() {
        var id = scene.waiting();

        var answer = post(scene.grace, admissions(id), Map.of("tab", "tab-1"));

        answer.statusCode(200)
                .body("sessionId", equalTo(id.toString()))
                .body("organisation", equalTo(scene.organisation.toString()))
                .body("seat", equalTo("customer"))
                .body("displayName", equalTo("Visitor"))
                .body("session.state", equalTo("queued"));
    }

    @Test
    void theTechnicianAndTheLeadGetATechniciansSeat() {
        var id = scene.active();

        post(scene.ada, admissions(id), Map.of("tab", "a"))
                .statusCode(200)
                .body("seat", equalTo("technician"))
                .body("displayName", equalTo("Ada"));
        post(scene.lead, admissions(id), Map.of("tab", "a")).statusCode(200).body("seat", equalTo("technician"));
    }

    @Test
    void aTabStaysTheSameParticipantAndAnotherTabIsAnother() {
        var id = scene.active();

        assertThat(participant(scene.grace, id, "tab-1")).isEqualTo(participant(scene.grace, id, "tab-1"));
        assertThat(participant(scene.grace, id, "tab-1")).isNotEqualTo(participant(scene.grace, id, "tab-2"));
        assertThat(participant(scene.grace, id, "tab-1")).isNotEqualTo(participant(scene.ada, id, "tab-1"));
    }

    @Test
    void whatIsOfferedIsAcceptedAndEnteredAtOnce() {
        scene.atWork(scene.ada);
        var id = scene.waiting();
        await().until(() -> Scene.state(scene.ada, id).equals("offered"));
        var body = Map.of("tab", "a", "accept", true);

        post(scene.bob, admissions(id), body).statusCode(409).body("code", equalTo("not-offered"));
        post(scene.grace, admissions(id), body)
                .statusCode(409)
                .body("code", equalTo("not-offered"))
                .body("detail", equalTo("Sessions are offered to staff."));
        for (int again = 0; again < 2; again++) {
            post(scene.ada, admissions(id), body)
                    .statusCode(200)
                    .body("seat", equalTo("technician"))
                    .body("session.state", equalTo("active"))
                    .body("session.staff.id", equalTo(scene.ada.id()));
        }
    }

    @Test
    void whoeverACallRingsAtIsAdmittedEarlyAndNobodyElse() {
        scene.atWork(scene.ada);
        var id = scene.calling();
        await().until(() -> Scene.state(scene.ada, id).equals("offered"));
        var body = Map.of("tab", "a", "early", true);

        var early = post(scene.ada, admissions(id), body)
                .statusCode(200)
                .body("seat", equalTo("technician"))
                .body("session.state", equalTo("offered"))
                .extract()
                .path("participantId");
        post(scene.bob, admissions(id), body).statusCode(409).body("code", equalTo("not-offered"));
        post(scene.lead, admissions(id), body).statusCode(409).body("code", equalTo("not-offered"));
        post(scene.grace, admissions(id), body).statusCode(409).body("code", equalTo("not-offered"));
        post(scene.ada, admissions(id), Map.of("tab", "a", "early", true, "accept", true))
                .statusCode(400);

        post(scene.ada, admissions(id), Map.of("tab", "a", "accept", true))
                .statusCode(200)
                .body("participantId", equalTo(early));
        post(scene.ada, admissions(id), body).statusCode(409).body("code", equalTo("not-offered"));
    }

    @Test
    void whatIsNoCallIsNotEnteredEarly() {
        scene.atWork(scene.ada);
        var id = scene.waiting();
        await().until(() -> Scene.state(scene.ada, id).equals("offered"));

        post(scene.ada, admissions(id), Map.of("tab", "a", "early", true))
                .statusCode(409)
                .body("code", equalTo("not-offered"));
    }

    @Test
    void aSecondTechnicianIsNotAdmitted() {
        post(scene.bob, admissions(scene.active()), Map.of("tab", "a"))
                .statusCode(403)
                .body("code", equalTo("not-your-session"));
    }

    @Test
    void strangersAndOtherOrganisationsFindNothing() {
        var id = scene.active();
        var body = Map.of("tab", "a");

        post(scene.stranger, admissions(id), body).statusCode(404);
        post(new Scene().lead, admissions(id), body).statusCode(404);
        post(scene.key, admissions(id), body).statusCode(403);
        post(TestTokens.operator(), admissions(id), body).statusCode(403);
    }

    @Test
    void nobodyIsAdmittedAfterTheEnd() {
        var id = scene.ended();

        post(scene.grace, admissions(id), Map.of("tab", "a")).statusCode(409).body("code", equalTo("session-ended"));
        assertThat(Scene.sql("SELECT count(*) FROM admission WHERE session_id = '" + id + "'"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a/b", "0123456789012345678901234567890123456789012345678901234567890123456789"})
    void aTabsIdIsShortAndPlain(String tab) {
        post(scene.grace, admissions(scene.waiting()), Map.of("tab", tab))
                .statusCode(400)
                .body("violations.field", hasItem("tab"));
    }

    private static String participant(TestToken caller, UUID id, String tab) {
        return post(caller, admissions(id), Map.of("tab", tab))
                .statusCode(200)
                .extract()
                .path("participantId");
    }

    private static String admissions(UUID id) {
        return "/internal/sessions/" + id + "/admissions";
    }
}
