package dev.remotesupport.session.invitation;

import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.Scene.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestToken;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class GrantAccessTest {

    private final Scene scene = new Scene();

    @Test
    void yesBeginsASessionOfTheTwoWithAViewAndNothingElse() {
        wantsToAsk(scene.ada).body("open", equalTo(false)).body("sessionId", nullValue());

        var session = yes(scene.grace, scene.ada).statusCode(201).extract().<String>path("sessionId");

        get(scene.ada, "/api/sessions/" + session)
                .body("state", equalTo("active"))
                .body("channels", contains("cobrowse"))
                .body("staff.id", equalTo(scene.ada.id()))
                .body("subject", equalTo("Your order"))
                .body("page.url", equalTo("https://shop.example/cart"));
        get(scene.ada, "/api/sessions/" + session + "/grants")
                .body("items", hasSize(1))
                .body("items[0].capability", equalTo("view"));
    }

    @Test
    void whoAskedForHelpMeanwhileIsGivenToTheTechnicianWithoutAGrant() {
        var waiting = scene.waiting();
        wantsToAsk(scene.ada).body("sessionId", equalTo(waiting.toString()));

        var answer = yes(scene.grace, scene.ada);

        answer.statusCode(201).body("sessionId", equalTo(waiting.toString()));
        assertThat(Scene.state(scene.ada, waiting)).isEqualTo("active");
        get(scene.ada, "/api/sessions/" + waiting + "/grants").body("items", hasSize(0));
    }

    @Test
    void whoIsHelpedByAnotherIsNotTakenAway() {
        var session = scene.active();
        wantsToAsk(scene.ada).body("sessionId", equalTo(session.toString())).body("staffName", equalTo("Ada"));
        wantsToAsk(scene.bob)
                .body("open", equalTo(true))
                .body("sessionId", nullValue())
                .body("staffName", nullValue());

        var answer = yes(scene.grace, scene.bob);

        answer.statusCode(409).body("code", equalTo("helped-by-another"));
    }

    @Test
    void staffCannotSayYesForACustomer() {
        wantsToAsk(scene.ada);

        yes(scene.ada, scene.ada).statusCode(403);
        yes(scene.key, scene.ada).statusCode(403);
    }

    @CanIgnoreReturnValue
    private ValidatableResponse wantsToAsk(TestToken staff) {
        return get(staff, "/internal/access/" + scene.grace.id()).statusCode(200);
    }

    private static ValidatableResponse yes(TestToken visitor, TestToken staff) {
        return post(
                visitor,
                "/internal/access",
                Map.of(
                        "staffId",
                        staff.id(),
                        "staffName",
                        "Ada",
                        "reason",
                        "Your order",
                        "url",
                        "https://shop.example/cart",
                        "title",
                        "Cart"));
    }
}
