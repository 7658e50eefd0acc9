package dev.remotesupport.signaling.ice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.signaling.SessionServiceStandIn;
import dev.remotesupport.signaling.TestSession;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestToken;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
class IceServersResourceTest {

    private static final String SECRET = "a-secret-of-the-north";
    private static final String TURN = "turn:turn.example.com:3478?transport=udp";

    private final UUID organisation = UUID.randomUUID();
    private final TestToken superAdmin = TestTokens.staff(organisation, "super_admin");

    @Inject
    Tenancy tenancy;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    SessionServiceStandIn sessions;

    @Test
    void installationsServersCountUntilAnOrganisationSetsItsOwnAndAgainAfterwards() {
        expectInstallation();

        put(servers("relay", SECRET))
                .statusCode(200)
                .body("own", equalTo(true))
                .body("policy", equalTo("relay"))
                .body("secretKept", equalTo(true))
                .body("$", not(hasKey("secret")));
        as(superAdmin).get("/api/ice-servers").then().body("turn[0]", equalTo(TURN));
        as(superAdmin).delete("/api/ice-servers").then().statusCode(204);

        expectInstallation();
    }

    @Test
    void secretIsKeptSealedAndStaysWhereNoneIsSent() {
        put(servers("all", SECRET)).statusCode(200);
        put(servers("relay", null)).statusCode(200).body("secretKept", equalTo(true));

        var kept = tenancy.inTransaction(
                        organisation,
                        connection -> connection
                                .query("SELECT secret FROM ice_settings")
                                .execute()
                                .map(rows -> rows.iterator().next().getBuffer("secret")))
                .await()
                .atMost(Duration.ofSeconds(20));
        assertThat(kept.toString()).doesNotContain(SECRET);
        trial(servers("all", null))
                .statusCode(200)
                .body(
                        "servers[1].credential",
                        equalTo(trial(servers("all", SECRET)).extract().path("servers[1].credential")));
    }

    @Test
    void trialGivesCredentialsForAMinuteAndStoresNothing() {
        var made = trial(servers("relay", SECRET))
                .statusCode(200)
                .body("policy", equalTo("relay"))
                .body("servers[0].urls[0]", equalTo("stun:turn.example.com:3478"))
                .body("servers[1].username", containsString(":" + superAdmin.id()));

        var ends = Instant.ofEpochSecond(Long.parseLong(
                made.extract().<String>path("servers[1].username").split(":")[0]));
        assertThat(ends).isBetween(Instant.now().plusSeconds(30), Instant.now().plusSeconds(61));
        expectInstallation();
    }

    @Test
    void serversThatCannotBeUsedAreRefusedWithAReason() {
        put(servers("all", null)).statusCode(400).body("code", equalTo("servers-not-allowed"));
        put(Map.of("stun", List.of(), "turn", List.of(), "policy", "relay"))
                .statusCode(400)
                .body("detail", startsWith("Relays alone"));
        put(Map.of("stun", List.of("http://turn.example.com"), "turn", List.of(), "policy", "all"))
                .statusCode(400)
                .body("code", equalTo("invalid"));
        put(Map.of("stun", List.of(), "turn", List.of("turn:a b"), "policy", "all", "secret", SECRET))
                .statusCode(400);
        put(Map.of("stun", List.of(), "turn", List.of(), "policy", "sometimes")).statusCode(400);
        put(servers("all", "short")).statusCode(400);
        expectInstallation();
    }

    @Test
    void organisationsDoNotSeeEachOthersServers() {
        put(servers("relay", SECRET)).statusCode(200);

        var other = TestTokens.staff(UUID.randomUUID(), "super_admin");
        as(other).get("/api/ice-servers").then().body("own", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"support", "team_lead", "supervisor", "admin"})
    void othersMayCheckTheirOwnComputerAndNothingElse(String role) {
        put(servers("relay", SECRET)).statusCode(200);
        var caller = TestTokens.staff(organisation, role);

        as(caller)
                .post("/api/ice-servers/check")
                .then()
                .statusCode(200)
                .body("servers[1].username", containsString(":" + caller.id()));
        as(caller).get("/api/ice-servers").then().statusCode(403);
        as(caller).body(servers("all", SECRET)).put("/api/ice-servers").then().statusCode(403);
        as(caller).delete("/api/ice-servers").then().statusCode(403);
        as(caller)
                .body(servers("all", SECRET))
                .post("/api/ice-servers/trial")
                .then()
                .statusCode(403);
    }

    @Test
    void nobodyElseIsGivenCredentialsForTheAsking() {
        given().post("/api/ice-servers/check").then().statusCode(401);
        as(TestTokens.visitor(organisation, UUID.randomUUID()))
                .post("/api/ice-servers/check")
                .then()
                .statusCode(403);
        as(TestTokens.customer(organisation, UUID.randomUUID()))
                .post("/api/ice-servers/check")
                .then()
                .statusCode(403);
    }

    @Test
    void participantsGetTheServersOfTheirOrganisation() throws Exception {
        var session = new TestSession(sessions, port);
        var admin = TestTokens.staff(session.organisation, "super_admin");
        as(admin).body(servers("relay", SECRET)).put("/api/ice-servers").then().statusCode(200);

        try (session) {
            var told = session.socket(session.customerToken()).hello().await("peer.servers");

            assertThat(told.path("policy").asText()).isEqualTo("relay");
            assertThat(told.at("/servers/1/urls/0").asText()).isEqualTo(TURN);
            assertThat(told.at("/servers/1/username").asText()).endsWith(":" + session.tab);
        }
    }

    /** As after the operator has lost the key: nobody may learn the other's address by that. */
    @Test
    void relaysAloneStayAloneWhereTheirSecretCannotBeRead() throws Exception {
        var session = new TestSession(sessions, port);
        var body = servers("relay", SECRET);
        body.put("stun", List.of());
        as(TestTokens.staff(session.organisation, "super_admin"))
                .body(body)
                .put("/api/ice-servers")
                .then()
                .statusCode(200);
        var damaged = tenancy.inTransaction(
                        session.organisation,
                        connection -> connection
                                .query("UPDATE ice_settings SET secret = secret || 'x'::bytea")
                                .execute())
                .await()
                .atMost(Duration.ofSeconds(20));
        assertThat(damaged.rowCount()).isOne();

        try (session) {
            var told = session.socket(session.customerToken()).hello().await("peer.servers");

            assertThat(told.path("policy").asText()).isEqualTo("relay");
            assertThat(told.path("servers")).isEmpty();
        }
    }

    private void expectInstallation() {
        as(superAdmin)
                .get("/api/ice-servers")
                .then()
                .statusCode(200)
                .body("own", equalTo(false))
                .body("stun", hasSize(0))
                .body("changedAt", nullValue());
    }

    private static Map<String, Object> servers(String policy, String secret) {
        var body = new HashMap<String, Object>(
                Map.of("stun", List.of("stun:turn.example.com:3478"), "turn", List.of(TURN), "policy", policy));
        if (secret != null) {
            body.put("secret", secret);
        }
        return body;
    }

    @CanIgnoreReturnValue
    private ValidatableResponse put(Map<String, ?> body) {
        return as(superAdmin).body(body).put("/api/ice-servers").then();
    }

    @CanIgnoreReturnValue
    private ValidatableResponse trial(Map<String, ?> body) {
        return as(superAdmin).body(body).post("/api/ice-servers/trial").then();
    }

    private static RequestSpecification as(TestToken who) {
        return given().auth().oauth2(who.sign()).contentType(ContentType.JSON);
    }
}
