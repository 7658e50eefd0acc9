package dev.remotesupport.session.staffing;

import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.Scene.put;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestToken;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class SettleResourceTest {

    private final Scene scene = new Scene();
    private final TestToken supervisor = TestTokens.staff(scene.organisation, "supervisor");
    private final String newcomer = UUID.randomUUID().toString();

    @Test
    void memberIsThereBeforeAnyEventTellsOfIt() {
        var settled = put(
                supervisor,
                "/internal/desk/staff/" + newcomer,
                Map.of("name", "Grace", "role", "support", "chatLimit", 3, "skills", List.of("dutch")));

        settled.statusCode(200)
                .body("name", equalTo("Grace"))
                .body("limits.chat", equalTo(3))
                .body("limits.call", equalTo(2))
                .body("teams", empty())
                .body("skills", contains("dutch"));
        get(supervisor, "/api/desk/staff").body("items.id", hasItem(newcomer));
    }

    @Test
    void whatIsAbsentStays() {
        put(
                        supervisor,
                        "/internal/desk/staff/" + newcomer,
                        Map.of("name", "Grace", "role", "support", "chatLimit", 3, "skills", List.of("dutch")))
                .statusCode(200);

        var settled = put(
                supervisor,
                "/internal/desk/staff/" + newcomer,
                Map.of("name", "Grace H", "role", "team_lead", "callLimit", 1));

        settled.statusCode(200)
                .body("name", equalTo("Grace H"))
                .body("role", equalTo("team_lead"))
                .body("limits.chat", equalTo(3))
                .body("limits.call", equalTo(1))
                .body("skills", contains("dutch"));
    }

    @Test
    void unknownTeamRefusesTheWhole() {
        var refused = put(
                supervisor,
                "/internal/desk/staff/" + newcomer,
                Map.of("name", "Grace", "role", "support", "teamIds", List.of(UUID.randomUUID())));

        refused.statusCode(404).body("code", equalTo("team-unknown"));
        get(supervisor, "/api/desk/staff").body("items.id", not(hasItem(newcomer)));
    }

    @Test
    void supportStaffSettleNobody() {
        put(scene.ada, "/internal/desk/staff/" + newcomer, Map.of("name", "Grace", "role", "support"))
                .statusCode(403);
    }
}
