package dev.remotesupport.session.invitation;

import static dev.remotesupport.session.Scene.delete;
import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.Scene.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestToken;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class InvitationResourceTest {

    private final Scene scene = new Scene();

    @Test
    void codeOpensASessionWithWhoeverMadeIt() {
        var made = make(Map.of("subject", "Router"));
        var customer = somebody();

        var opened = type(customer, made.code().toLowerCase(Locale.ROOT));

        opened.statusCode(201)
                .body("organisation", equalTo(scene.organisation.toString()))
                .body("staffName", equalTo("Ada"));
        String session = opened.extract().path("sessionId");
        get(scene.ada, "/api/sessions/" + session)
                .body("state", equalTo("active"))
                .body("staff.id", equalTo(scene.ada.id()))
                .body("subject", equalTo("Router"))
                .body("customer.id", equalTo(customer.id()));
        get(scene.ada, "/api/invitations/" + made.id())
                .body("state", equalTo("used"))
                .body("sessionId", equalTo(session))
                .body("code", nullValue());
    }

    @Test
    void codeWorksOnceAlsoWhenTypedTwiceAtTheSameMoment() {
        var made = make(Map.of());

        var answers = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> type(somebody(), made.code()).extract().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsOnlyOnce(201).contains(410);
        type(somebody(), made.code()).statusCode(410).body("code", equalTo("code-used"));
        assertThat(Scene.sql("SELECT count(*) FROM session WHERE organisation_id = '" + scene.organisation + "'"))
                .isEqualTo(1);
    }

    @Test
    void codeThatRanOutWasTakenBackOrNeverWasOpensNothing() {
        var late = make(Map.of());
        Scene.sql(
                "UPDATE invitation SET created_at = created_at - interval '1 hour', expires_at = expires_at - interval '1 hour'"
                        + " WHERE id = '" + late.id() + "'");
        var withdrawn = make(Map.of());
        delete(scene.ada, "/api/invitations/" + withdrawn.id()).statusCode(204);

        type(somebody(), late.code()).statusCode(410).body("code", equalTo("code-expired"));
        type(somebody(), withdrawn.code()).statusCode(410).body("code", equalTo("code-expired"));
        type(somebody(), "00000000").statusCode(404).body("code", equalTo("code-unknown"));
        type(somebody(), "no code at all").statusCode(404).body("code", equalTo("code-unknown"));
        get(scene.ada, "/api/invitations/" + late.id()).body("state", equalTo("expired"));
        get(scene.ada, "/api/invitations/" + withdrawn.id()).body("state", equalTo("withdrawn"));
    }

    @Test
    void invitationIsTheBusinessOfWhoeverMadeIt() {
        var made = make(Map.of());

        get(scene.bob, "/api/invitations/" + made.id()).statusCode(404).body("code", equalTo("invitation-unknown"));
        delete(scene.bob, "/api/invitations/" + made.id()).statusCode(404);
        get(new Scene().ada, "/api/invitations/" + made.id()).statusCode(404);
        post(scene.grace, "/api/invitations", Map.of()).statusCode(403);
        get(scene.ada, "/api/invitations/" + made.id()).body("state", equalTo("open"));
    }

    @Test
    void nobodyHasMoreThanTwentyOpenCodes() {
        IntStream.range(0, 20).forEach(i -> make(Map.of()));

        var answer = post(scene.ada, "/api/invitations", Map.of());

        answer.statusCode(409).body("code", equalTo("too-many-invitations"));
        post(scene.bob, "/api/invitations", Map.of()).statusCode(201);
    }

    @Test
    void codeIsNotKeptAsItIs() {
        var made = make(Map.of());

        assertThat(Scene.sql(
                        "SELECT count(*) FROM invitation WHERE code_hash = convert_to('" + made.code() + "', 'UTF8')"))
                .isZero();
    }

    private record MadeCode(String id, String code) {}

    @CanIgnoreReturnValue
    private MadeCode make(Map<String, String> body) {
        var answer = post(scene.ada, "/api/invitations", body)
                .statusCode(201)
                .body("state", equalTo("open"))
                .extract();
        return new MadeCode(answer.path("id"), answer.path("code"));
    }

    /** As the gateway asks for somebody who belongs to nobody yet. */
    private static TestToken somebody() {
        return TestTokens.visitor(UUID.randomUUID(), UUID.randomUUID()).named("");
    }

    private static ValidatableResponse type(TestToken caller, String code) {
        return post(caller, "/internal/codes", Map.of("code", code));
    }
}
