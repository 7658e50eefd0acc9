package dev.remotesupport.gateway.connect;

import static dev.remotesupport.gateway.TestGateway.as;
import static dev.remotesupport.gateway.TestGateway.json;
import static dev.remotesupport.gateway.TestGateway.operator;
import static dev.remotesupport.gateway.TestGateway.organisation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.gateway.GatewayTest;
import dev.remotesupport.gateway.token.TokenVerifier;
import dev.remotesupport.platform.caller.Callers;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@GatewayTest
class ConnectResourceTest {

    @Inject
    TokenVerifier verifier;

    @Test
    void goodCodeMakesAGuestOfTheSessionsOrganisation() {
        var organisation = organisation("team");

        var answer = connecting(Map.of("code", organisation.id().toString(), "name", " Grace "));

        answer.statusCode(200)
                .body("sessionId", notNullValue())
                .body("staffName", equalTo("Ada"))
                .body("site.id", equalTo(organisation.id().toString()))
                .body("site.name", notNullValue());
        var caller = Callers.from(verifier.verify(answer.extract().path("accessToken")));
        assertThat(caller.kind()).isEqualTo(CallerKind.VISITOR);
        assertThat(caller.organisation()).contains(organisation.id());
        assertThat(caller.site()).isEmpty();
        assertThat(caller.name()).isEqualTo("Grace");
    }

    @Test
    void keyRenewsTheSameGuestUntilTheOrganisationIsSuspended() {
        var organisation = organisation("team");
        var first = connecting(Map.of("code", organisation.id().toString())).extract();

        var again = connecting(Map.of("visitorKey", first.<String>path("visitorKey")));

        again.statusCode(200)
                .body("visitorId", equalTo(first.path("visitorId")))
                .body("accessToken", notNullValue())
                .body("sessionId", nullValue());
        as(operator())
                .body(Map.of("suspended", true))
                .patch("/api/organisations/{id}", organisation.id())
                .then()
                .statusCode(200);
        connecting(Map.of("visitorKey", first.<String>path("visitorKey")))
                .statusCode(403)
                .body("code", equalTo("organisation-suspended"));
    }

    @Test
    void refusalOfACodeIsHandedOnAndAnUnknownKeyIsNobodys() {
        connecting(Map.of("code", "USEDCODE"))
                .statusCode(410)
                .contentType("application/problem+json")
                .body("code", equalTo("code-used"));
        connecting(Map.of("visitorKey", "nobodys")).statusCode(401).body("code", equalTo("guest-unknown"));
        connecting(Map.of()).statusCode(400).body("code", equalTo("invalid"));
    }

    @Test
    void pagesOfOthersCannotTryCodes() {
        json().header("Origin", "https://evil.example")
                .body(Map.of("code", "USEDCODE"))
                .post("/api/connect")
                .then()
                .statusCode(403)
                .body("code", equalTo("origin-refused"));
    }

    private static ValidatableResponse connecting(Map<String, String> body) {
        return json().body(body).post("/api/connect").then();
    }
}
