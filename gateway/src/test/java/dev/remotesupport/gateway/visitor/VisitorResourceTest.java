package dev.remotesupport.gateway.visitor;

import static dev.remotesupport.gateway.TestGateway.as;
import static dev.remotesupport.gateway.TestGateway.json;
import static dev.remotesupport.gateway.TestGateway.meeting;
import static dev.remotesupport.gateway.TestGateway.operator;
import static dev.remotesupport.gateway.TestGateway.organisation;
import static dev.remotesupport.gateway.TestGateway.site;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.remotesupport.gateway.GatewayTest;
import dev.remotesupport.gateway.TestGateway.TestSite;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@GatewayTest
class VisitorResourceTest {

    private static final String SHOP = "https://shop.example";

    @Test
    void visitorIsKnownAgainByItsKey() {
        var site = site(organisation("team"), SHOP);
        var first = meeting(site, SHOP, Map.of())
                .statusCode(200)
                .body("kind", equalTo("visitor"))
                .body("expiresIn", equalTo(300))
                .body("site.id", equalTo(site.id().toString()))
                .header("Access-Control-Allow-Origin", SHOP)
                .extract();
        String key = first.path("visitorKey");
        String id = first.path("visitorId");

        var again = meeting(site, SHOP, Map.of("visitorKey", key));

        again.statusCode(200).body("visitorId", equalTo(id)).body("visitorKey", equalTo(key));
        meeting(site, SHOP, Map.of()).body("visitorId", not(equalTo(id)));
    }

    @Test
    void visitorKeyOfAnotherSiteMeansNobody() {
        var organisation = organisation("team");
        var first = meeting(site(organisation, SHOP), SHOP, Map.of()).extract();
        String key = first.path("visitorKey");
        String id = first.path("visitorId");

        var elsewhere = meeting(site(organisation, SHOP), SHOP, Map.of("visitorKey", key));

        elsewhere.statusCode(200).body("visitorId", not(equalTo(id)));
    }

    @Test
    void onlyTheSitesOwnPagesMayUseItsKey() {
        var organisation = organisation("team");
        var site = site(organisation, SHOP);
        var other = site(organisation, "https://other.example");

        meeting(site, "https://evil.example", Map.of())
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue())
                .body("code", equalTo("origin-refused"));
        meeting(site, "https://other.example", Map.of()).statusCode(403).body("code", equalTo("origin-refused"));
        json().body(Map.of("siteKey", other.key()))
                .post("/api/visitors")
                .then()
                .statusCode(403)
                .body("code", equalTo("origin-refused"));
        json().header("Origin", SHOP)
                .body(Map.of("siteKey", "site_of_nobody"))
                .post("/api/visitors")
                .then()
                .statusCode(404)
                .body("code", equalTo("site-unknown"));
    }

    @Test
    void identifiedVisitorKeepsItsIdAndIsFoundFromAnotherBrowser() {
        var site = site(organisation("team"), SHOP);
        var anonymous = meeting(site, SHOP, Map.of()).extract();
        String id = anonymous.path("visitorId");
        String identify = IdentifyTokens.signed(site, "customer-7", "Ada Lovelace");

        var identified = meeting(site, SHOP, Map.of("visitorKey", anonymous.path("visitorKey"), "identify", identify));

        identified
                .statusCode(200)
                .body("kind", equalTo("customer"))
                .body("name", equalTo("Ada Lovelace"))
                .body("visitorId", equalTo(id));
        meeting(site, SHOP, Map.of("identify", identify))
                .statusCode(200)
                .body("visitorId", equalTo(id))
                .body("visitorKey", notNullValue());
    }

    @Test
    void browsersKeyAloneMakesNobodyACustomerAgain() {
        var site = site(organisation("team"), SHOP);
        var customer = meeting(site, SHOP, Map.of("identify", IdentifyTokens.signed(site, "customer-8", "Grace")))
                .extract();

        var later = meeting(site, SHOP, Map.of("visitorKey", customer.path("visitorKey")));

        later.statusCode(200)
                .body("kind", equalTo("visitor"))
                .body("visitorId", not(equalTo(customer.path("visitorId"))));
    }

    @Test
    void identifyTokenOfAnotherSiteIsRefused() {
        var organisation = organisation("team");
        var site = site(organisation, SHOP);
        var other = site(organisation, SHOP);

        var answer = meeting(site, SHOP, Map.of("identify", IdentifyTokens.signed(other, "customer-9", "Eve")));

        answer.statusCode(401).body("code", equalTo("identify-refused"));
    }

    @Test
    void consoleSeesWhereTheScriptWasSeen() {
        var organisation = organisation("team");
        var site = site(organisation, SHOP);

        meeting(site, SHOP, Map.of()).statusCode(200);

        organisation
                .asAdmin()
                .get("/api/sites")
                .then()
                .body("items[0].scriptSeenAt", notNullValue())
                .body("items[0].scriptSeenOrigin", equalTo(SHOP));
    }

    @Test
    void suspendedOrganisationMeetsNobody() {
        var organisation = organisation("team");
        var site = site(organisation, SHOP);
        as(operator())
                .body(Map.of("suspended", true))
                .patch("/api/organisations/{id}", organisation.id())
                .then()
                .statusCode(200);

        var answer = meeting(site, SHOP, Map.of());

        answer.statusCode(403).body("code", equalTo("organisation-suspended"));
    }

    @Test
    void preflightIsAnsweredForOriginsOfSitesAndVisitorRoutesOnly() {
        var site = site(organisation("team"), "https://preflight.example");

        preflight("https://preflight.example", "POST", "/api/visitors")
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "https://preflight.example")
                .header("Access-Control-Allow-Headers", "Authorization, Content-Type");
        preflight("https://evil.example", "POST", "/api/visitors").statusCode(403);
        preflight("https://preflight.example", "POST", "/api/staff").statusCode(403);
        preflight("https://preflight.example", "GET", "/api/devices").statusCode(403);
        meeting(site, "https://preflight.example", Map.of()).statusCode(200);
    }

    private static ValidatableResponse preflight(String origin, String method, String path) {
        return json().header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .options(path)
                .then();
    }

    @Test
    void scriptIsSeenWithItsPageButNotWithWhatMayBeSecretInItsAddress() {
        var organisation = organisation("team");
        var site = site(organisation, SHOP);

        var seen = json().header("Origin", SHOP)
                .body(Map.of(
                        "siteKey",
                        site.key(),
                        "page",
                        Map.of("url", SHOP + "/cart/7?token=secret#also-secret", "title", "Cart")))
                .post("/api/visitors");

        seen.then().statusCode(200);
        organisation
                .asAdmin()
                .get("/api/sites")
                .then()
                .body("items[0].scriptSeenOrigin", equalTo(SHOP))
                .body("items[0].scriptSeenPage", equalTo(SHOP + "/cart/7"))
                .body("items[0].scriptSeenAt", notNullValue());
    }

    @Test
    void rulesOfTheSiteComeWithATagAndOnlyToItsPages() {
        var organisation = organisation("team");
        var site = site(organisation, SHOP);
        var other = site(organisation, "https://other.example");
        organisation
                .asAdmin()
                .body(Map.of("maskSelectors", List.of(".iban"), "guardSelectors", List.of("#pay")))
                .patch("/api/sites/{id}", site.id())
                .then()
                .statusCode(200);

        var rules = json().header("Origin", SHOP).get("/api/visitors/site/{key}", site.key());

        rules.then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", SHOP)
                .header("Cache-Control", "no-cache")
                .body("maskSelectors", equalTo(List.of(".iban")))
                .body("guardSelectors", equalTo(List.of("#pay")))
                .body("liveVisitors", equalTo(true));
        json().header("Origin", SHOP)
                .header("If-None-Match", rules.header("ETag"))
                .get("/api/visitors/site/{key}", site.key())
                .then()
                .statusCode(304);
        organisation
                .asAdmin()
                .body(Map.of("guardSelectors", List.of("#buy")))
                .patch("/api/sites/{id}", site.id())
                .then()
                .statusCode(200);
        json().header("Origin", SHOP)
                .header("If-None-Match", rules.header("ETag"))
                .get("/api/visitors/site/{key}", site.key())
                .then()
                .statusCode(200)
                .body("guardSelectors", equalTo(List.of("#buy")));
        json().header("Origin", SHOP)
                .get("/api/visitors/site/{key}", other.key())
                .then()
                .statusCode(403)
                .body("code", equalTo("origin-refused"));
        json().get("/api/visitors/site/{key}", "site_of_nobody").then().statusCode(404);
    }

    @Test
    void replacedSecretVouchesUntilItIsTakenBack() {
        var organisation = organisation("team");
        var site = site(organisation, SHOP);
        String withOld = IdentifyTokens.signed(site, "42", "Grace");
        organisation.asAdmin().post("/api/sites/{id}/secret", site.id()).then().statusCode(200);

        meeting(site, SHOP, Map.of("identify", withOld)).statusCode(200).body("kind", equalTo("customer"));

        organisation
                .asAdmin()
                .body(Map.of("keepOldHours", 0))
                .post("/api/sites/{id}/secret", site.id())
                .then()
                .statusCode(200)
                .body("oldSecretUntil", nullValue());
        meeting(site, SHOP, Map.of("identify", withOld)).statusCode(401).body("code", equalTo("identify-refused"));
    }

    @Test
    void secretOfAnotherSiteOfTheSameOrganisationVouchesForNobody() {
        var organisation = organisation("team");
        var site = site(organisation, SHOP);
        var other = site(organisation, SHOP);
        var mixed = new TestSite(site.id(), site.key(), other.secret());

        var answer = meeting(site, SHOP, Map.of("identify", IdentifyTokens.signed(mixed, "42", "Grace")));

        answer.statusCode(401).body("code", equalTo("identify-refused"));
    }
}
