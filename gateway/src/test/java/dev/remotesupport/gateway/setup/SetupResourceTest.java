package dev.remotesupport.gateway.setup;

import static dev.remotesupport.gateway.TestGateway.PASSWORD;
import static dev.remotesupport.gateway.TestGateway.json;
import static dev.remotesupport.gateway.TestGateway.loggingIn;
import static dev.remotesupport.gateway.TestGateway.uniqueEmail;
import static org.hamcrest.Matchers.equalTo;

import dev.remotesupport.gateway.GatewayTest;
import dev.remotesupport.gateway.TestSurroundings;
import dev.remotesupport.testkit.TestDatabase;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class SetupResourceTest {

    /** As before the first start; other tests may have set this database up. */
    @BeforeEach
    void forgetSetUp() throws SQLException {
        try (var connection = TestDatabase.superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("DELETE FROM gateway.installation");
        }
    }

    @Test
    void setUpMakesTheOperatorAndClosesForEver() {
        String email = uniqueEmail();
        json().get("/api/setup").then().body("open", equalTo(true));

        settingUp(TestSurroundings.SETUP_TOKEN, email).statusCode(201).body("role", equalTo("operator"));

        json().get("/api/setup").then().body("open", equalTo(false));
        settingUp(TestSurroundings.SETUP_TOKEN, uniqueEmail()).statusCode(403).body("code", equalTo("setup-closed"));
        loggingIn(email, PASSWORD).statusCode(200).body("user.kind", equalTo("operator"));
    }

    @Test
    void wrongTokenMakesNobody() {
        var answer = settingUp("a guess", uniqueEmail());

        answer.statusCode(403).body("code", equalTo("setup-token"));
        settingUp(TestSurroundings.SETUP_TOKEN, uniqueEmail()).statusCode(201);
    }

    @Test
    void shortPasswordIsNamed() {
        var answer = json().body(Map.of(
                        "setupToken",
                        TestSurroundings.SETUP_TOKEN,
                        "email",
                        uniqueEmail(),
                        "password",
                        "short",
                        "name",
                        "Operator"))
                .post("/api/setup")
                .then();

        answer.statusCode(400).body("violations[0].field", equalTo("password"));
        settingUp(TestSurroundings.SETUP_TOKEN, uniqueEmail()).statusCode(201);
    }

    private static ValidatableResponse settingUp(String token, String email) {
        return json().body(Map.of("setupToken", token, "email", email, "password", PASSWORD, "name", "Operator"))
                .post("/api/setup")
                .then();
    }
}
