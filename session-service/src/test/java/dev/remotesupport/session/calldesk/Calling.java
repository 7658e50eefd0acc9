package dev.remotesupport.session.calldesk;

import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.Scene.post;
import static dev.remotesupport.session.Scene.put;
import static org.awaitility.Awaitility.await;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.TestToken;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What tests of calls do alike. */
final class Calling {

    private Calling() {}

    /** A call of this customer's that waits. */
    @CanIgnoreReturnValue
    static UUID waiting(TestToken customer) {
        return UUID.fromString(post(customer, "/api/support/call/start", Map.of())
                .statusCode(201)
                .extract()
                .path("callId"));
    }

    /** A call in which this customer and this technician speak. */
    @CanIgnoreReturnValue
    static UUID active(TestToken customer, TestToken technician) {
        var id = waiting(customer);
        on(technician, id, "answer").statusCode(200);
        return id;
    }

    /** A call that rings within a session that the caller's other side has. */
    @CanIgnoreReturnValue
    static UUID ringing(TestToken caller, UUID session) {
        return UUID.fromString(post(caller, "/api/support/call/start", Map.of("sessionId", session))
                .statusCode(201)
                .extract()
                .path("callId"));
    }

    @CanIgnoreReturnValue
    static ValidatableResponse on(TestToken caller, UUID call, String what) {
        return on(caller, call, what, Map.of());
    }

    @CanIgnoreReturnValue
    static ValidatableResponse on(TestToken caller, UUID call, String what, Map<String, ?> body) {
        return post(caller, path(call) + "/" + what, body);
    }

    static String state(TestToken caller, UUID call) {
        return get(caller, path(call)).statusCode(200).extract().path("state");
    }

    static UUID session(TestToken caller, UUID call) {
        return UUID.fromString(get(caller, path(call)).statusCode(200).extract().path("sessionId"));
    }

    static String path(UUID call) {
        return "/api/support/call/" + call;
    }

    static void awaitRinging(UUID call, TestToken member) {
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        Scene.sql("SELECT count(*) FROM call WHERE state = 'ringing' AND id = '%s' AND staff_id = '%s'"
                                        .formatted(call, member.id()))
                                == 1);
    }

    static void awaitState(UUID call, String state) {
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        Scene.sql("SELECT count(*) FROM call WHERE id = '%s' AND state = '%s'".formatted(call, state))
                                == 1);
    }

    /** In how many calls a member may speak at once. */
    static void limit(Scene scene, TestToken member, int calls) {
        get(member, "/api/desk/me").statusCode(200);
        put(
                        scene.supervisor,
                        "/api/desk/staff/" + member.id(),
                        Map.of("chatLimit", 5, "callLimit", calls, "teamIds", List.of(), "skills", List.of()))
                .statusCode(200);
    }
}
