package dev.remotesupport.gateway.site;

import static dev.remotesupport.gateway.TestGateway.as;
import static dev.remotesupport.gateway.TestGateway.member;
import static dev.remotesupport.gateway.TestGateway.organisation;
import static dev.remotesupport.gateway.TestGateway.site;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.remotesupport.gateway.GatewayTest;
import dev.remotesupport.testkit.EventCollector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@GatewayTest
class SiteResourceTest {

    @Test
    void secretIsShownOnceAndTheOthersLearnOfTheSite() {
        var organisation = organisation("team");
        try (var events = EventCollector.on("identity.events.v1")) {

            var site = site(organisation, "https://shop.example");

            events.await(event -> event.type().equals("SiteChanged")
                    && event.key().equals(site.id().toString()));
        }
        organisation
                .asAdmin()
                .get("/api/sites")
                .then()
                .body("items", hasSize(1))
                .body("items[0].siteSecret", nullValue())
                .body("items[0].allowedOrigins", contains("https://shop.example"));
    }

    @Test
    void planLimitsTheNumberOfSites() {
        var organisation = organisation("starter");
        var first = site(organisation, "https://one.example");

        var answer = organisation
                .asAdmin()
                .body(Map.of("name", "Second", "allowedOrigins", List.of("https://two.example")))
                .post("/api/sites")
                .then();

        answer.statusCode(409).body("code", equalTo("plan-limit")).body("detail", containsString("1 site."));
        organisation.asAdmin().delete("/api/sites/{id}", first.id()).then().statusCode(204);
        var second = site(organisation, "https://two.example");
        organisation
                .asAdmin()
                .get("/api/sites")
                .then()
                .body("items.id", contains(second.id().toString()));
    }

    @Test
    void originsAreKeptInTheSpellingOfBrowsersAndNothingElseIsTaken() {
        var organisation = organisation("team");
        var site = site(organisation, "HTTPS://Shop.Example:443/");

        organisation
                .asAdmin()
                .get("/api/sites")
                .then()
                .body("items[0].allowedOrigins", contains("https://shop.example"));
        for (var wrong :
                List.of("https://*.example", "shop.example", "https://shop.example/path", "ftp://shop.example")) {
            organisation
                    .asAdmin()
                    .body(Map.of("allowedOrigins", List.of(wrong)))
                    .patch("/api/sites/{id}", site.id())
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid"));
        }
    }

    @Test
    void newSecretReplacesTheOldOne() {
        var organisation = organisation("team");
        var site = site(organisation, "https://shop.example");

        var answer =
                organisation.asAdmin().post("/api/sites/{id}/secret", site.id()).then();

        answer.statusCode(200)
                .body("siteSecret", notNullValue())
                .body("siteSecret", not(equalTo(site.secret())))
                .body("oldSecretUntil", notNullValue());
    }

    @Test
    void rulesOfASiteAreKeptAsGiven() {
        var organisation = organisation("team");
        var site = site(organisation, "https://shop.example");

        var answer = organisation
                .asAdmin()
                .body(Map.of(
                        "maskSelectors",
                        List.of(" .account "),
                        "guardSelectors",
                        List.of("button.pay", "button.pay"),
                        "liveVisitors",
                        false))
                .patch("/api/sites/{id}", site.id())
                .then();

        answer.statusCode(200)
                .body("maskSelectors", contains(".account"))
                .body("guardSelectors", contains("button.pay"))
                .body("liveVisitors", equalTo(false));
        organisation
                .asAdmin()
                .body(Map.of("guardSelectors", List.of(" ")))
                .patch("/api/sites/{id}", site.id())
                .then()
                .statusCode(400);
    }

    @Test
    void anotherOrganisationsSiteIsNotThere() {
        var other = site(organisation("team"), "https://shop.example");
        var organisation = organisation("team");

        organisation
                .asAdmin()
                .body(Map.of("name", "Mine now"))
                .patch("/api/sites/{id}", other.id())
                .then()
                .statusCode(404)
                .body("code", equalTo("site-unknown"));
        organisation.asAdmin().delete("/api/sites/{id}", other.id()).then().statusCode(404);
        organisation.asAdmin().post("/api/sites/{id}/secret", other.id()).then().statusCode(404);
        organisation.asAdmin().get("/api/sites").then().body("items", hasSize(0));
    }

    @Test
    void supportSeesSitesButMakesNone() {
        var organisation = organisation("team");
        String support = member(organisation, "support");

        as(support).get("/api/sites").then().statusCode(200);
        as(support)
                .body(Map.of("name", "Shop", "allowedOrigins", List.of()))
                .post("/api/sites")
                .then()
                .statusCode(403);
    }
}
