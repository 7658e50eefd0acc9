package dev.remotesupport.session.plan;

import static dev.remotesupport.session.Scene.delete;
import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.Scene.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.remotesupport.contracts.event.OrganisationChanged;
import dev.remotesupport.contracts.event.OrganisationCreated;
import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.Published;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestToken;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class PlanLimitsTest {

    private final Scene scene = new Scene();

    @Test
    void planLimitsHowManyPagesAreSharedAtOnce() {
        limit(1);
        var first = sessionOf(visitor());
        var second = sessionOf(visitor());
        share(first).statusCode(201);

        var answer = share(second);

        answer.statusCode(402).body("code", equalTo("plan-limit"));
        get(scene.ada, "/api/sessions/use").body("shared", equalTo(1)).body("limit", equalTo(1));
        share(first).statusCode(201);
        delete(first.seat(), "/internal/sessions/" + first.id() + "/grants/view")
                .statusCode(204);
        share(second).statusCode(201);
    }

    @Test
    void endOfASessionMakesRoomForTheNext() {
        limit(1);
        var first = sessionOf(visitor());
        var second = sessionOf(visitor());
        share(first).statusCode(201);
        share(second).statusCode(402);

        post(scene.ada, "/api/sessions/" + first.id() + "/end", Map.of()).statusCode(200);

        share(second).statusCode(201);
    }

    @Test
    void ofManyWhoShareAtTheSameMomentNoMoreAreLetInThanThePlanIncludes() {
        limit(3);
        var sessions = Stream.generate(() -> sessionOf(visitor())).limit(9).toList();

        var answers = sessions.stream()
                .map(session -> CompletableFuture.supplyAsync(
                        () -> share(session).extract().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsOnly(201, 402);
        assertThat(answers.stream().filter(status -> status == 201)).hasSize(3);
    }

    @Test
    void requestForAccessBeginsNoSessionBeyondThePlan() {
        limit(0);
        get(scene.ada, "/internal/access/" + scene.grace.id()).statusCode(200);

        var answer = post(scene.grace, "/internal/access", Map.of("staffId", scene.ada.id(), "staffName", "Ada"));

        answer.statusCode(402).body("code", equalTo("plan-limit"));
        assertThat(Scene.sql("SELECT count(*) FROM session WHERE organisation_id = '" + scene.organisation + "'"))
                .isZero();
    }

    @Test
    void largerPlanCountsAndOlderNewsDoesNot() {
        limit(1);
        Published.events(
                new OrganisationChanged(scene.organisation, 5, Instant.now(), "team", false, 25),
                new OrganisationChanged(scene.organisation, 5, Instant.now(), "team", false, 2));

        await().untilAsserted(() -> get(scene.ada, "/api/sessions/use").body("limit", equalTo(25)));
        get(scene.bob, "/api/sessions/use").body("limit", equalTo(25));
    }

    @Test
    void anOrganisationOfWhosePlanNothingIsKnownIsNotLimited() {
        share(sessionOf(visitor())).statusCode(201);

        get(scene.ada, "/api/sessions/use").body("shared", equalTo(1)).body("limit", nullValue());
    }

    private record Shared(UUID id, TestToken tab, TestToken seat) {}

    private void limit(int most) {
        Published.events(new OrganisationCreated(scene.organisation, 1, Instant.now(), "starter", most));
        await().untilAsserted(() -> get(scene.ada, "/api/sessions/use").body("limit", equalTo(most)));
    }

    private TestToken visitor() {
        return TestTokens.visitor(scene.organisation, scene.site);
    }

    private Shared sessionOf(TestToken visitor) {
        var id = scene.waitingOf(visitor);
        post(scene.ada, "/api/sessions/assign", Map.of("sessionId", id)).statusCode(200);
        return new Shared(
                id, TestTokens.participant(visitor, id, UUID.randomUUID(), "customer", "tab-1"), scene.seatOf(id));
    }

    private static ValidatableResponse share(Shared session) {
        return post(session.tab(), "/internal/sessions/" + session.id() + "/grants", Map.of("capability", "view"));
    }
}
