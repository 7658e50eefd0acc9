package dev.remotesupport.gateway;

import static dev.remotesupport.gateway.TestGateway.PASSWORD;
import static dev.remotesupport.gateway.TestGateway.as;
import static dev.remotesupport.gateway.TestGateway.json;
import static dev.remotesupport.gateway.TestGateway.loggingIn;
import static dev.remotesupport.gateway.TestGateway.organisation;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.remotesupport.testkit.Outage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@GatewayTest
class OutageResourceTest {

    @Test
    void withoutPostgresCallersAreAskedToComeBackAndWhatNeedsNoDatabaseGoesOn() {
        var organisation = organisation("team");
        Outage.stopPostgres();
        try {
            loggingIn(organisation.adminEmail(), PASSWORD)
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("unavailable"));

            json().get("/.well-known/jwks.json").then().statusCode(200);
            as(organisation.admin()).get("/api/sessions").then().statusCode(200);
        } finally {
            Outage.startPostgres();
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> loggingIn(organisation.adminEmail(), PASSWORD).statusCode(200));
    }
}
