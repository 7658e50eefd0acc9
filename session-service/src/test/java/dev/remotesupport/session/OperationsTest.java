package dev.remotesupport.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.remotesupport.testkit.ServiceInfrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What the people who run the service see, on the management port; the gateway finds the documentation beside the routes. */
@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class OperationsTest {

    @TestHTTPResource(management = true)
    URI management;

    private final Scene scene = new Scene();

    @Test
    void theServiceSaysThatItIsAliveAndReady() {
        given().get(management.resolve("health/live")).then().statusCode(200).body("status", equalTo("UP"));
        given().get(management.resolve("health/ready")).then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/ready").then().statusCode(404);
    }

    @Test
    void movesAreCounted() {
        scene.ended();

        var metrics = given().get(management.resolve("metrics"))
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(metrics)
                .contains("remote_support_session_moves_total{from=\"active\",to=\"ended\"}")
                .contains("remote_support_session_moves_total{from=\"queued\",to=\"active\"}");
    }

    @Test
    void thePublicRoutesAreDocumentedAndTheInternalOnesAreNot() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths", hasKey("/api/support/chat/start"))
                .body("paths", hasKey("/api/support/call/{id}/answer"))
                .body("paths", hasKey("/api/sessions/{id}/grants"))
                .body(
                        "paths.'/api/sessions'.get.parameters.name",
                        hasItems("q", "tag", "staff", "from", "sort", "after"))
                .body("paths.'/api/cases/{id}/sessions/{sessionId}'", allOf(hasKey("put"), hasKey("delete")))
                .body("paths", not(hasKey("/internal/sessions/{id}/room")));
    }
}
