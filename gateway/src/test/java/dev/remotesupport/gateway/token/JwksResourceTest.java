package dev.remotesupport.gateway.token;

import static dev.remotesupport.gateway.TestGateway.as;
import static dev.remotesupport.gateway.TestGateway.json;
import static dev.remotesupport.gateway.TestGateway.organisation;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.remotesupport.gateway.GatewayTest;
import dev.remotesupport.testkit.TestTokens;
import org.junit.jupiter.api.Test;

@GatewayTest
class JwksResourceTest {

    @Test
    void publicHalvesArePublished() {
        json().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=300")
                .body("keys", hasSize(1))
                .body("keys[0].kty", equalTo("EC"))
                .body("keys[0].crv", equalTo("P-256"))
                .body("keys[0].alg", equalTo("ES256"))
                .body("keys[0].d", nullValue());
    }

    @Test
    void tokenOfAnotherKeyIsRefused() {
        String foreign =
                TestTokens.staff(organisation("team").id(), "super_admin").sign();

        as(foreign).get("/api/auth/me").then().statusCode(401).body("code", equalTo("unauthenticated"));
    }
}
