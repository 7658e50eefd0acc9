package dev.remotesupport.device.directory;

import static dev.remotesupport.device.Scene.awaitApplied;
import static dev.remotesupport.device.Scene.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.remotesupport.contracts.event.Event;
import dev.remotesupport.device.Scene;
import dev.remotesupport.testkit.Published;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class DeviceResourceTest {

    private final Scene scene = new Scene();

    @ParameterizedTest
    @CsvSource({
        "-lastSeenAt, Chrome 142|edge 140|Firefox 140",
        "lastSeenAt, Firefox 140|edge 140|Chrome 142",
        "name, Chrome 142|edge 140|Firefox 140",
        "-name, Firefox 140|edge 140|Chrome 142"
    })
    void theListIsInTheOrderAskedFor(String sort, String names) {
        seen("Firefox 140", "edge 140", "Chrome 142");

        get(scene.ada, "/api/devices?sort=" + sort)
                .statusCode(200)
                .body("items.name", equalTo(List.of(names.split("\\|"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-lastSeenAt", "lastSeenAt", "name", "-name"})
    void pagesFollowEachOtherWithoutGapOrRepetition(String sort) {
        seen("Firefox 140", "Firefox 140", "Ärger 1", "Chrome 142", "Firefox 140", "Firefox 140", "Chrome 142");
        var all = get(scene.ada, "/api/devices?sort=" + sort).extract().<List<String>>path("items.id");
        var pages = new ArrayList<String>();

        String after = null;
        do {
            var page = get(scene.ada, "/api/devices?limit=2&sort=" + sort + (after == null ? "" : "&after=" + after));
            pages.addAll(page.statusCode(200).extract().path("items.id"));
            after = page.extract().path("next");
        } while (after != null);

        assertThat(pages).hasSize(7).isEqualTo(all);
    }

    @Test
    void everyWordOfASearchMustOccur() {
        seen("Firefox 140", "Chrome 100%_");

        found("FIREFOX windows").body("items.name", equalTo(List.of("Firefox 140")));
        found("100%_").body("items.name", equalTo(List.of("Chrome 100%_")));
        found("firefox chrome").body("items", empty());
    }

    @Test
    void otherOrganisationsSeeNothing() {
        seen("Firefox 140");
        var other = new Scene();

        other.devices().body("items", empty()).body("next", nullValue());
        get(other.key, "/api/devices").statusCode(200).body("items", empty());
    }

    @Test
    void onlyStaffAndKeysWithTheScopeRead() {
        get(scene.ada, "/api/devices").statusCode(200);
        get(scene.key, "/api/devices").statusCode(200);
        get(TestTokens.apiKey(scene.organisation, "sessions:read"), "/api/devices")
                .statusCode(403)
                .body("code", equalTo("not-permitted"));
        get(TestTokens.visitor(scene.organisation, scene.site), "/api/devices").statusCode(403);
        get(TestTokens.customer(scene.organisation, scene.site), "/api/devices").statusCode(403);
        get(TestTokens.operator(), "/api/devices").statusCode(403);
        get(
                        TestTokens.participant(
                                scene.ada, UUID.randomUUID(), UUID.randomUUID(), "technician", "console-1"),
                        "/api/devices")
                .statusCode(403)
                .body("code", equalTo("not-your-session"));
    }

    @Test
    void withoutAGoodTokenThereIsNoAnswer() {
        given().get("/api/devices").then().statusCode(401).contentType("application/problem+json");
        get(scene.ada.expired(), "/api/devices").statusCode(401);
        get(scene.ada.foreign(), "/api/devices").statusCode(401);
        get(scene.ada.tampered(), "/api/devices").statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sort=colour", "sort=--name", "after=nonsense", "after=MjAyNg", "limit=0", "limit=201"})
    void aQueryThatMakesNoSenseIsRefused(String query) {
        get(scene.ada, "/api/devices?" + query).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void theRouteIsDescribed() {
        given().get("/q/openapi").then().statusCode(200).body(containsString("summary: List devices"));
    }

    private ValidatableResponse found(String words) {
        return given().auth()
                .oauth2(scene.ada.sign())
                .queryParam("q", words)
                .get("/api/devices")
                .then()
                .statusCode(200);
    }

    /** Each device in a session of its own, one second after the other. */
    private void seen(String... names) {
        var sessions = IntStream.range(0, names.length)
                .mapToObj(i -> UUID.randomUUID())
                .toList();
        Published.events(IntStream.range(0, names.length)
                .mapToObj(i -> scene.joined(
                        sessions.get(i), 1, UUID.randomUUID(), UUID.randomUUID(), i, names[i], "Windows 11"))
                .toArray(Event[]::new));
        sessions.forEach(session -> awaitApplied(session, 1));
    }
}
