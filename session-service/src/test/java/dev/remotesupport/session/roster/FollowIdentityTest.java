package dev.remotesupport.session.roster;

import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.Scene.post;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.contracts.event.SiteChanged;
import dev.remotesupport.contracts.event.StaffChanged;
import dev.remotesupport.contracts.event.StaffRemoved;
import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.Published;
import dev.remotesupport.testkit.ServiceInfrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class FollowIdentityTest {

    private final Scene scene = new Scene();

    @Test
    void anOpenSessionIsOfTheSiteByItsName() {
        var early = scene.waiting();

        Published.events(new SiteChanged(scene.organisation, scene.site, 1, Instant.now(), "Shop", false));

        await().untilAsserted(() -> get(scene.ada, "/api/sessions/" + early).body("site.name", equalTo("Shop")));
        var late = scene.waitingOf(scene.stranger);
        get(scene.ada, "/api/sessions/" + late).body("site.name", equalTo("Shop"));
    }

    @Test
    void whoHasLeftIsGivenNothing() {
        var bob = UUID.fromString(scene.bob.id());
        var id = scene.waiting();
        Published.events(
                new StaffChanged(scene.organisation, bob, 1, Instant.now(), StaffRole.SUPPORT),
                new StaffRemoved(scene.organisation, bob, 2, Instant.now()));
        await().until(() -> Scene.sql("SELECT version FROM inbox WHERE event_key = '" + bob + "'") == 2);

        var answer = post(scene.lead, "/api/sessions/assign", Map.of("sessionId", id, "staffId", bob));

        answer.statusCode(404).body("code", equalTo("staff-unknown"));
    }

    @Test
    void whoIsRemovedLeavesNoSessionBehindAndDoesNotComeBack() {
        var bob = UUID.fromString(scene.bob.id());
        var id = scene.waiting();
        post(scene.bob, "/api/sessions/assign", Map.of("sessionId", id)).statusCode(200);

        Published.events(new StaffRemoved(scene.organisation, bob, 2, Instant.now()));

        await().until(() -> Scene.state(scene.supervisor, id).equals("queued"));
        get(scene.ada, "/api/sessions/" + id).body("staff", equalTo(null));
        get(scene.bob, "/api/desk/me").statusCode(404).body("code", equalTo("staff-unknown"));
        get(scene.lead, "/api/desk/staff").body("items.id", not(hasItem(scene.bob.id())));
    }

    @Test
    void aColleaguesNameIsRememberedFromWhatHeOrSheTook() {
        post(scene.bob, "/api/sessions/assign", Map.of("sessionId", scene.waiting()))
                .statusCode(200);
        scene.atWork(scene.bob);
        var next = scene.waitingOf(scene.stranger);

        var answer = post(scene.lead, "/api/sessions/assign", Map.of("sessionId", next, "staffId", scene.bob.id()));

        answer.statusCode(200).body("staff.name", equalTo("Bob"));
    }
}
