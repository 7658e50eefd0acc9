package dev.remotesupport.gateway.organisation;

import static dev.remotesupport.gateway.TestGateway.PASSWORD;
import static dev.remotesupport.gateway.TestGateway.as;
import static dev.remotesupport.gateway.TestGateway.operator;
import static dev.remotesupport.gateway.TestGateway.organisation;
import static dev.remotesupport.gateway.TestGateway.uniqueEmail;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.remotesupport.gateway.GatewayTest;
import dev.remotesupport.testkit.EventCollector;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@GatewayTest
class OrganisationResourceTest {

    @Test
    void operatorSeesPlansSmallestFirst() {
        as(operator())
                .get("/api/plans")
                .then()
                .statusCode(200)
                .body("items.id", contains("starter", "team", "business"));
    }

    @Test
    void operatorChangesPlanAndTheOthersLearnIt() {
        var organisation = organisation("starter");
        try (var events = EventCollector.on("identity.events.v1")) {

            as(operator())
                    .body(Map.of("plan", "business", "name", "Renamed"))
                    .patch("/api/organisations/{id}", organisation.id())
                    .then()
                    .statusCode(200)
                    .body("plan", equalTo("business"))
                    .body("name", equalTo("Renamed"))
                    .body("staffCount", equalTo(1));

            events.await(event -> event.type().equals("OrganisationChanged")
                    && event.key().equals(organisation.id().toString()));
        }
        as(operator())
                .get("/api/organisations")
                .then()
                .body("items.id", hasItem(organisation.id().toString()));
    }

    @Test
    void secondFirstAdminIsRefused() {
        var organisation = organisation("team");

        var answer = as(operator())
                .body(Map.of("name", "Another", "email", uniqueEmail(), "password", PASSWORD))
                .post("/api/organisations/{id}/admins", organisation.id())
                .then();

        answer.statusCode(409).body("code", equalTo("admin-exists"));
    }

    @Test
    void unknownPlanAndUnknownOrganisationAreNamed() {
        as(operator())
                .body(Map.of("name", "Shop", "plan", "gold"))
                .post("/api/organisations")
                .then()
                .statusCode(400)
                .body("code", equalTo("plan-unknown"));
        as(operator())
                .body(Map.of("suspended", true))
                .patch("/api/organisations/{id}", UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("organisation-unknown"));
    }

    @Test
    void nobodyButTheOperatorManagesOrganisations() {
        var organisation = organisation("team");

        var answer = organisation.asAdmin().get("/api/organisations").then();

        answer.statusCode(403).body("code", equalTo("not-permitted"));
    }
}
