package dev.remotesupport.gateway.proxy;

import static dev.remotesupport.gateway.TestGateway.as;
import static dev.remotesupport.gateway.TestGateway.json;
import static dev.remotesupport.gateway.TestGateway.organisation;
import static dev.remotesupport.gateway.TestGateway.site;
import static dev.remotesupport.gateway.TestGateway.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.remotesupport.gateway.GatewayTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@GatewayTest
class RequestProxyResourceTest {

    private static final String SHOP = "https://shop.example";

    @Test
    void requestArrivesAsItWasButForWhatOutsideMustNotSay() {
        String token = organisation("team").admin();

        var answer = as(token)
                .urlEncodingEnabled(false)
                .header("X-Forwarded-For", "1.2.3.4")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Room-Owner", "evil.example:80")
                .cookie("rs_refresh", "secret")
                .header("Connection", "X-Custom")
                .body(Map.of("sessionId", "1"))
                .post("/api/sessions/assign?q=a%20b")
                .then();

        answer.statusCode(200)
                .body("method", equalTo("POST"))
                .body("uri", equalTo("/api/sessions/assign?q=a%20b"))
                .body("body", equalTo("{\"sessionId\":\"1\"}"))
                .body("headers.authorization", equalTo("Bearer " + token))
                .body("headers.'x-forwarded-for'", equalTo("127.0.0.1"))
                .body("headers.'x-forwarded-host'", equalTo("127.0.0.1:" + RestAssured.port))
                .body("headers.'x-forwarded-proto'", equalTo("http"))
                .body("headers.'x-room-owner'", nullValue())
                .body("headers.cookie", nullValue())
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff");
    }

    @Test
    void nothingPassesWithoutAValidToken() {
        json().get("/api/sessions").then().statusCode(401).body("code", equalTo("unauthenticated"));
        as("not.a.token").get("/api/sessions").then().statusCode(401).body("code", equalTo("unauthenticated"));
        String token = organisation("team").admin();
        as(token.substring(0, token.lastIndexOf('.')) + ".AAAA")
                .get("/api/sessions")
                .then()
                .statusCode(401);
    }

    @Test
    void innerRoutesAndUnlistedPathsStayInside() throws IOException, InterruptedException {
        var admin = organisation("team").admin();
        for (var path : List.of(
                "/internal/sessions/" + UUID.randomUUID() + "/room",
                "/q/openapi",
                "/q/health",
                "/api/unknown",
                "/api/sessions/../../internal/x",
                "/api/sessions/%2e%2e/%2e%2e/internal/x",
                "/api/sessions//internal")) {
            assertThat(Wire.status(Wire.request(path, admin).GET())).as(path).isIn(400, 404);
        }
    }

    @Test
    void serviceThatIsAwayIsAProblemWithARetryHint() {
        var answer = as(organisation("team").admin()).get("/api/stats/daily").then();

        answer.statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("code", equalTo("upstream-away"));
    }

    @Test
    void replicaThatIsAwayIsPassedOver() {
        String token = organisation("team").admin();

        for (int attempt = 0; attempt < 4; attempt++) {
            as(token).get("/api/devices").then().statusCode(200);
        }
    }

    @Test
    void serviceThatDoesNotAnswerIsGivenUp() {
        var answer = as(organisation("team").admin()).get("/api/sessions/slow").then();

        answer.statusCode(504).body("code", equalTo("upstream-slow"));
    }

    @Test
    void bodyBeyondTheLimitIsRefusedWhetherItsLengthIsSaidOrNot() throws IOException, InterruptedException {
        String token = organisation("team").admin();
        String large = "x".repeat(1024 * 1024 + 1);

        as(token).body(large).post("/api/sessions").then().statusCode(413);
        var chunked =
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)));
        assertThat(Wire.status(Wire.request("/api/sessions", token).POST(chunked)))
                .isEqualTo(413);
        as(token).body("x".repeat(1024 * 1024)).post("/api/sessions").then().statusCode(200);
    }

    @Test
    void attachmentMayBeTenTimesAsLargeAsOtherBodiesAndNoMore() throws IOException, InterruptedException {
        String token = organisation("team").admin();
        var path = "/api/support/chat/" + UUID.randomUUID() + "/attachments?name=photo.png";
        var largest = new byte[10 * 1024 * 1024];
        var tooLarge = new byte[largest.length + 1];

        assertThat(Wire.status(Wire.request(path, token).POST(BodyPublishers.ofByteArray(largest))))
                .isEqualTo(200);
        assertThat(Wire.status(Wire.request(path, token)
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(largest)))))
                .isEqualTo(200);
        assertThat(Wire.status(Wire.request(path, token).POST(BodyPublishers.ofByteArray(tooLarge))))
                .isEqualTo(413);
        assertThat(Wire.status(Wire.request(path, token)
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLarge)))))
                .isEqualTo(413);
    }

    @Test
    void attachmentReachesTheServiceWhileItIsStillBeingSent() throws IOException {
        String token = organisation("team").admin();
        var path = "/api/support/chat/" + UUID.randomUUID() + "/attachments?refused=at-once";

        assertThat(Wire.statusAfterHalfABody(path, token)).isEqualTo("HTTP/1.1 415 Unsupported Media Type");
    }

    @Test
    void visitorCallsFromItsSitesPagesOnly() {
        String token = visitor(site(organisation("team"), SHOP), SHOP);

        as(token)
                .header("Origin", SHOP)
                .post("/api/support/chat/start")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", SHOP);
        as(token)
                .header("Origin", "https://evil.example")
                .post("/api/support/chat/start")
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue())
                .body("code", equalTo("origin-refused"));
    }

    @Test
    void staffDoNotCallFromOtherPagesEvenIfASiteIsThere() {
        var organisation = organisation("team");
        var site = site(organisation, SHOP);

        var answer = organisation
                .asAdmin()
                .header("Origin", SHOP)
                .post("/api/support/chat/start")
                .then();

        answer.statusCode(403).body("code", equalTo("origin-refused"));
        organisation.asAdmin().delete("/api/sites/{id}", site.id()).then().statusCode(204);
    }
}
