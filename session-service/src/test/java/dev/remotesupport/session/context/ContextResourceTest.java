package dev.remotesupport.session.context;

import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.Scene.post;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestToken;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class ContextResourceTest {

    private static final String SCRIPT = "<script>alert(1)</script>";

    private final Scene scene = new Scene();

    @Test
    void whoHelpsSeesWhatThereWasWithTheCustomer() {
        var first = scene.ended();
        post(scene.grace, "/api/sessions/" + first + "/rating", Map.of("rating", 4))
                .statusCode(200);
        scene.waitingOf(scene.stranger);
        var now = start(Map.of("subject", SCRIPT, "page", Map.of("url", "https://shop.example/cart", "title", SCRIPT)));
        post(scene.ada, "/api/cases", Map.of("title", "Late order", "sessionIds", List.of(first)))
                .statusCode(201);

        context(scene.ada, now)
                .statusCode(200)
                .body("customer.sessions", equalTo(2))
                .body("customer.firstSeenAt", notNullValue())
                .body("sessions.id", equalTo(List.of(first.toString())))
                .body("sessions[0].staffName", equalTo("Ada"))
                .body("sessions[0].rating", equalTo(4))
                .body("site.id", equalTo(scene.site.toString()))
                .body("page.url", equalTo("https://shop.example/cart"))
                .body("page.title", equalTo(SCRIPT))
                .body("machineName", nullValue())
                .body("cases.title", equalTo(List.of("Late order")));
    }

    @Test
    void howToReachTheCustomerIsMaskedForSupportOnly() {
        var id = start(Map.of(
                "customerName", "Grace 0612345678",
                "customerEmail", "grace@example.com",
                "userId", "grace.hopper@example.com",
                "subject", "Call +31 6 1234 5678"));
        take(id);
        post(scene.lead, "/api/sessions/" + id + "/end", Map.of()).statusCode(200);
        var next = start(Map.of("customerName", "Grace", "customerEmail", "grace@example.com"));

        context(scene.ada, id)
                .body("customer.name", equalTo("Grace ***78"))
                .body("customer.email", equalTo("g***@example.com"))
                .body("customer.claimedId", equalTo("g***@example.com"))
                .body("customer.claimed", equalTo(true));
        context(scene.ada, next).body("sessions[0].subject", equalTo("Call ***78"));
        context(scene.lead, id)
                .body("customer.name", equalTo("Grace 0612345678"))
                .body("customer.email", equalTo("grace@example.com"))
                .body("customer.claimedId", equalTo("grace.hopper@example.com"));
        context(scene.lead, next).body("sessions[0].subject", equalTo("Call +31 6 1234 5678"));
        context(scene.key, id).body("customer.email", equalTo("grace@example.com"));
    }

    @Test
    void whoWritesToTheCustomerForSomebodyGetsTheAddressWholeAndAsThatOneSeesIt() {
        var id = start(Map.of("customerName", "Grace", "customerEmail", "grace@example.com"));
        take(id);

        contact(scene.ada, id).body("email", equalTo("grace@example.com")).body("shown", equalTo("g***@example.com"));
        contact(scene.lead, id).body("email", equalTo("grace@example.com")).body("shown", equalTo("grace@example.com"));
        contact(scene.bob, id).statusCode(403).body("code", equalTo("not-your-session"));
        contact(new Scene().lead, id).statusCode(404);
    }

    @Test
    void aCustomerWithoutAnAddressCannotBeWrittenTo() {
        var id = scene.waitingOf(scene.key);

        contact(scene.lead, id).statusCode(200).body("email", nullValue()).body("shown", nullValue());
    }

    @Test
    void ofManySessionsTheNewestTwentyAreShown() {
        IntStream.range(0, 22).forEach(i -> {
            var id = start(Map.of());
            post(scene.grace, "/api/sessions/" + id + "/end", Map.of()).statusCode(200);
        });

        var now = start(Map.of());
        take(now);
        context(scene.ada, now)
                .body("sessions", hasSize(20))
                .body("sessions[0].number", equalTo(22))
                .body("customer.sessions", equalTo(23));
    }

    @Test
    void aNewCustomerHasNoPast() {
        context(scene.ada, start(Map.of())).body("sessions", empty()).body("cases", empty());
    }

    @Test
    void neitherCustomersNorOtherOrganisationsSeeIt() {
        var id = scene.active();

        context(scene.grace, id).statusCode(403);
        context(scene.tabOf(id), id).statusCode(403);
        context(new Scene().lead, id).statusCode(404).body("code", equalTo("session-unknown"));
        context(scene.seatOf(id), id).statusCode(200);
    }

    private static ValidatableResponse contact(TestToken caller, UUID session) {
        return get(caller, "/internal/sessions/" + session + "/contact");
    }

    private UUID start(Map<String, Object> body) {
        return UUID.fromString(post(scene.grace, "/api/support/chat/start", body)
                .statusCode(201)
                .extract()
                .path("sessionId"));
    }

    private void take(UUID session) {
        post(scene.ada, "/api/sessions/assign", Map.of("sessionId", session)).statusCode(200);
    }

    private static ValidatableResponse context(TestToken caller, UUID session) {
        return get(caller, "/api/sessions/" + session + "/context");
    }
}
