package dev.remotesupport.gateway.ownpage;

import static dev.remotesupport.gateway.TestGateway.as;
import static dev.remotesupport.gateway.TestGateway.json;
import static dev.remotesupport.gateway.TestGateway.meeting;
import static dev.remotesupport.gateway.TestGateway.operator;
import static dev.remotesupport.gateway.TestGateway.organisation;
import static dev.remotesupport.gateway.TestGateway.site;
import static dev.remotesupport.gateway.TestGateway.visitor;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.remotesupport.gateway.GatewayTest;
import dev.remotesupport.gateway.TestGateway.TestSite;
import dev.remotesupport.gateway.participant.Participants;
import dev.remotesupport.gateway.visitor.IdentifyTokens;
import dev.remotesupport.testkit.TestDatabase;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class OwnPageResourceTest {

    private static final String SHOP = "https://shop.example";

    private TestSite site;

    @BeforeEach
    void openShop() {
        site = site(organisation("team"), SHOP);
    }

    @Test
    void codeFromTheSiteOpensThePageOfTheSamePerson() {
        var met = meeting(site, SHOP, Map.of("identify", IdentifyTokens.signed(site, "customer-7", "Ada Lovelace")))
                .extract();
        String code = preparing(met.path("accessToken"))
                .statusCode(201)
                .header("Access-Control-Allow-Origin", SHOP)
                .body("expiresIn", equalTo(60))
                .extract()
                .path("code");

        var page = entering(code);

        page.statusCode(200)
                .body("customer.id", equalTo(met.path("visitorId")))
                .body("customer.name", equalTo("Ada Lovelace"))
                .body("customer.kind", equalTo("customer"))
                .body("site.origins", contains(SHOP));
        as(page.extract().path("accessToken"))
                .header("Origin", ownOrigin())
                .get("/api/sessions")
                .then()
                .statusCode(200);
    }

    @Test
    void codeWorksOnce() {
        String code = code();
        entering(code).statusCode(200);

        var again = entering(code);

        again.statusCode(401)
                .body("code", equalTo("code-refused"))
                .body("title", equalTo("This link does not work any more."));
        entering("never-given").statusCode(401).body("code", equalTo("code-refused"));
    }

    @Test
    void codeIsOfNoUseAfterItsMinute() throws SQLException {
        String code = code();
        age("expires_at = expires_at - interval '61 seconds'");

        var late = entering(code);

        late.statusCode(401).body("code", equalTo("code-refused"));
    }

    @Test
    void cookieKeepsThePageOpenUntilItIsLeft() {
        String cookie = cookie(entering(code()));

        refreshing(cookie).statusCode(200).body("customer.kind", equalTo("visitor"));
        fromOwnPage()
                .cookie(OwnPageCookie.NAME, cookie)
                .post("/api/my/leave")
                .then()
                .statusCode(204);

        refreshing(cookie).statusCode(401).body("code", equalTo("page-closed"));
        fromOwnPage().post("/api/my/refresh").then().statusCode(401).body("code", equalTo("page-closed"));
    }

    @Test
    void pageClosesWhenItIsNotUsed() throws SQLException {
        String cookie = cookie(entering(code()));
        age("expires_at = expires_at - interval '61 minutes'");

        var late = refreshing(cookie);

        late.statusCode(401).body("code", equalTo("page-closed"));
    }

    @Test
    void pageClosesInTheEndHoweverMuchItIsUsed() throws SQLException {
        String cookie = cookie(entering(code()));
        age("entered_at = entered_at - interval '12 hours', expires_at = expires_at + interval '1 minute'");
        refreshing(cookie).statusCode(200);

        var late = refreshing(cookie);

        late.statusCode(401).body("code", equalTo("page-closed"));
    }

    @Test
    void onlyCustomersWithATokenOfTheirOwnGetACode() {
        String visitor = visitor(site, SHOP);
        String participant = Participants.token(visitor, SHOP, UUID.randomUUID(), "tab");

        as(participant)
                .header("Origin", SHOP)
                .post("/api/my/codes")
                .then()
                .statusCode(403)
                .body("code", equalTo("not-permitted"));
        as(operator()).post("/api/my/codes").then().statusCode(403).body("code", equalTo("not-permitted"));
        json().post("/api/my/codes").then().statusCode(401);
    }

    @Test
    void otherPagesNeitherEnterNorStay() {
        String code = code();

        json().header("Origin", SHOP)
                .header("X-CSRF", "1")
                .body(Map.of("code", code))
                .post("/api/my/entries")
                .then()
                .statusCode(403)
                .body("code", equalTo("csrf"));
        entering(code).statusCode(200);
    }

    private String code() {
        return preparing(visitor(site, SHOP)).statusCode(201).extract().path("code");
    }

    private static ValidatableResponse preparing(String token) {
        return as(token).header("Origin", SHOP).post("/api/my/codes").then();
    }

    private static ValidatableResponse entering(String code) {
        return fromOwnPage().body(Map.of("code", code)).post("/api/my/entries").then();
    }

    private static ValidatableResponse refreshing(String cookie) {
        return fromOwnPage()
                .cookie(OwnPageCookie.NAME, cookie)
                .post("/api/my/refresh")
                .then();
    }

    private static String cookie(ValidatableResponse answer) {
        return answer.statusCode(200).extract().cookie(OwnPageCookie.NAME);
    }

    private static RequestSpecification fromOwnPage() {
        return json().header("Origin", ownOrigin()).header("X-CSRF", "1");
    }

    private static String ownOrigin() {
        return RestAssured.baseURI + ":" + RestAssured.port;
    }

    /** Lets time pass for every visit. */
    private static void age(String change) throws SQLException {
        try (var connection = TestDatabase.superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE gateway.own_page_visit SET " + change);
        }
    }
}
