package dev.remotesupport.gateway.permission;

import static dev.remotesupport.gateway.TestGateway.as;
import static dev.remotesupport.gateway.TestGateway.json;
import static dev.remotesupport.gateway.TestGateway.member;
import static dev.remotesupport.gateway.TestGateway.operator;
import static dev.remotesupport.gateway.TestGateway.organisation;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.remotesupport.gateway.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class PermissionResourceTest {

    @ParameterizedTest
    @ValueSource(strings = {"/api/unlisted", "/api/unlisted/open"})
    void whatIsNotListedIsClosedEvenToASuperAdminAndTheOperator(String path) {
        as(organisation("team").admin()).get(path).then().statusCode(403).body("code", equalTo("not-permitted"));
        as(operator()).get(path).then().statusCode(403).body("code", equalTo("not-permitted"));
        json().get(path).then().statusCode(401).body("code", equalTo("unauthenticated"));
    }

    @Test
    void whoeverIsNotListedGetsAProblemThatNamesTheRight() {
        var answer =
                as(member(organisation("team"), "supervisor")).get("/api/keys").then();

        answer.statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("not-permitted"))
                .body("detail", equalTo("It takes the right to: Manage API keys."))
                .body("id", notNullValue());
    }

    @Test
    void headAndOptionsGoByTheEndpointTheyAskAbout() {
        as(member(organisation("team"), "support")).head("/api/keys").then().statusCode(403);
        as(organisation("team").admin()).head("/api/keys").then().statusCode(200);
        json().head("/api/keys").then().statusCode(401);
    }
}
