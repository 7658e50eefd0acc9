package dev.remotesupport.gateway.openapi;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.remotesupport.gateway.GatewayTest;
import org.junit.jupiter.api.Test;

@GatewayTest
class OpenApiResourceTest {

    @Test
    void documentHoldsOwnAndServicesRoutes() {
        given().get("/api/openapi")
                .then()
                .statusCode(200)
                .body("paths", hasKey("/api/sites"))
                .body("paths", hasKey("/api/sessions/{id}"))
                .body("paths", not(hasKey("/internal/secret")))
                .body("paths", not(hasKey("/.well-known/jwks.json")))
                .body("components.schemas", hasKey("Session"))
                .body("components.securitySchemes", hasKey("bearer"));
    }
}
