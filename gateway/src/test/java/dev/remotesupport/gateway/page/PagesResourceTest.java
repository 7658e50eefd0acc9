package dev.remotesupport.gateway.page;

import static dev.remotesupport.gateway.TestGateway.json;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.remotesupport.gateway.GatewayTest;
import org.junit.jupiter.api.Test;

@GatewayTest
class PagesResourceTest {

    @Test
    void documentationIsServedWithTagCompressionAndPolicy() {
        String tag = given().get("/api/docs")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", "no-cache")
                .header("Content-Security-Policy", containsString("script-src 'self'"))
                .header("ETag", notNullValue())
                .extract()
                .header("ETag");

        given().header("If-None-Match", tag).get("/api/docs").then().statusCode(304);
        given().header("Accept-Encoding", "gzip")
                .get("/api/docs/swagger-ui/swagger-ui.css")
                .then()
                .statusCode(200)
                .header("Content-Encoding", "gzip");
    }

    @Test
    void unknownFilesAreNotThere() {
        given().get("/assets/nothing-12345678.js").then().statusCode(404).body("code", equalTo("not-found"));
        given().header("Accept", "text/html,*/*;q=0.8")
                .get("/nothing")
                .then()
                .statusCode(404)
                .contentType("text/html")
                .body(containsString("There is no such page"));
        given().get("/META-INF/MANIFEST.MF").then().statusCode(404);
    }

    @Test
    void pagesAreReadOnly() {
        json().post("/login").then().statusCode(405);
    }

    @Test
    void demoWithoutASiteSaysSo() {
        given().get("/demo/site.json").then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void refusalsHaveTheHeadersToo() {
        given().get("/q/health")
                .then()
                .statusCode(404)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", notNullValue());
    }
}
