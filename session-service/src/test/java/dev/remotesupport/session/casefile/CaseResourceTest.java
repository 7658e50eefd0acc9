package dev.remotesupport.session.casefile;

import static dev.remotesupport.session.Scene.delete;
import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.Scene.post;
import static dev.remotesupport.session.Scene.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class CaseResourceTest {

    private static final String SCRIPT = "<script>alert('1')</script>";

    private final Scene scene = new Scene();

    @Test
    void aCaseGroupsTheSessionsOfOneCustomer() {
        var first = scene.ended();
        var second = scene.active();

        var id = open(Map.of("title", SCRIPT, "sessionIds", List.of(first)));
        put(scene.lead, path(id) + "/sessions/" + second, "").statusCode(200);
        put(scene.lead, path(id) + "/sessions/" + second, "").statusCode(200);

        get(scene.ada, path(id))
                .statusCode(200)
                .body("title", equalTo(SCRIPT))
                .body("number", equalTo(1))
                .body("status", equalTo("open"))
                .body("customer.id", equalTo(scene.grace.id()))
                .body("openedBy.name", equalTo("Ada"))
                .body("sessions.id", equalTo(List.of(second.toString(), first.toString())))
                .body("sessions.state", equalTo(List.of("active", "ended")));
        get(scene.ada, "/api/cases?sessionId=" + second).body("items.id", equalTo(List.of(id)));
    }

    @Test
    void aSessionOfSomebodyElseStaysOutside() {
        var graces = scene.ended();
        var other = scene.waitingOf(scene.stranger);
        var id = open(Map.of("title", "Hers", "sessionIds", List.of(graces)));

        put(scene.ada, path(id) + "/sessions/" + other, "").statusCode(409).body("code", equalTo("other-customer"));
        post(scene.ada, "/api/cases", Map.of("title", "Both", "sessionIds", List.of(graces, other)))
                .statusCode(409);
        post(
                        scene.ada,
                        "/api/cases",
                        Map.of("title", "Mixed", "customerId", scene.grace.id(), "sessionIds", List.of(other)))
                .statusCode(409);

        get(scene.ada, "/api/cases").body("items.title", equalTo(List.of("Hers")));
    }

    @Test
    void aSessionLeavesACaseAndACaseStaysItsCustomers() {
        var session = scene.ended();
        var id = open(Map.of("title", "One", "sessionIds", List.of(session)));

        delete(scene.ada, path(id) + "/sessions/" + session).statusCode(200).body("sessions", empty());
        delete(scene.ada, path(id) + "/sessions/" + session).statusCode(200);

        get(scene.ada, path(id)).body("customer.id", equalTo(scene.grace.id()));
    }

    @Test
    void aCaseIsRenamedClosedAndReopened() {
        var id = open(Map.of("title", "Order"));

        put(scene.supervisor, path(id), Map.of("status", "closed"))
                .statusCode(200)
                .body("title", equalTo("Order"))
                .body("status", equalTo("closed"))
                .body("closedAt", notNullValue());
        get(scene.ada, "/api/cases?status=open").body("items", empty());
        put(scene.supervisor, path(id), Map.of("title", " Order 7 ", "status", "open"))
                .body("title", equalTo("Order 7"))
                .body("closedAt", nullValue())
                .body("customer", nullValue());
    }

    @Test
    void customersSeeTheirOwnCasesAndChangeNothing() {
        scene.ended();
        scene.waitingOf(scene.stranger);
        var hers = open(Map.of("title", "Hers", "customerId", scene.grace.id()));
        var his = open(Map.of("title", "His", "customerId", scene.stranger.id()));
        var nobodys = open(Map.of("title", "Nobody's"));

        get(scene.grace, "/api/cases").statusCode(200).body("items.id", equalTo(List.of(hers)));
        get(scene.grace, "/api/cases?customerId=" + scene.stranger.id()).body("items", empty());
        get(scene.grace, path(hers)).statusCode(200).body("title", equalTo("Hers"));
        get(scene.grace, path(his)).statusCode(404).body("code", equalTo("case-unknown"));
        get(scene.grace, path(nobodys)).statusCode(404);
        put(scene.grace, path(hers), Map.of("status", "closed")).statusCode(403);
        delete(scene.grace, path(hers)).statusCode(403);
        post(scene.grace, "/api/cases", Map.of("title", "New")).statusCode(403);
    }

    @Test
    void aDeletedCaseIsGoneAndKeptWithWhoWhenAndWhy() {
        var session = scene.ended();
        var id = open(Map.of("title", "Twice", "sessionIds", List.of(session)));

        delete(scene.bob, path(id)).statusCode(404).body("code", equalTo("case-unknown"));
        delete(scene.lead, path(id) + "?reason=Twice").statusCode(204);

        get(scene.lead, path(id)).statusCode(404);
        get(scene.grace, "/api/cases").body("items", empty());
        delete(scene.lead, path(id)).statusCode(404);
        put(scene.ada, path(id) + "/sessions/" + session, "").statusCode(404);
        get(scene.ada, "/api/sessions/" + session).statusCode(200);
        assertThat(Scene.sql("""
                SELECT count(*) FROM support_case WHERE id = '%s' AND deleted_at IS NOT NULL AND deleted_by = '%s'
                  AND deleted_by_name = 'Lea' AND deleted_why = 'Twice'""".formatted(id, scene.lead.id()))).isOne();
    }

    @Test
    void pagesOfCasesFollowEachOther() {
        IntStream.rangeClosed(1, 5).forEach(i -> open(Map.of("title", "Case " + i)));
        var seen = new ArrayList<Integer>();

        String after = null;
        do {
            var page = get(scene.ada, "/api/cases?limit=2" + (after == null ? "" : "&after=" + after));
            seen.addAll(page.statusCode(200).extract().path("items.number"));
            after = page.extract().path("next");
        } while (after != null);

        assertThat(seen).containsExactly(5, 4, 3, 2, 1);
        get(scene.ada, "/api/cases?q=case%203").body("items.number", equalTo(List.of(3)));
        get(scene.ada, "/api/cases?q=%234").body("items.number", equalTo(List.of(4)));
    }

    @Test
    void casesOpenedAtOnceGetNumbersOfTheirOwn() {
        var numbers = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> post(scene.ada, "/api/cases", Map.of("title", "At once"))
                        .statusCode(201)
                        .extract()
                        .<Integer>path("number"))
                .toList();

        assertThat(numbers).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
    }

    @Test
    void otherOrganisationsReachNothing() {
        var session = scene.ended();
        var id = open(Map.of("title", "Ours", "sessionIds", List.of(session)));
        var other = new Scene();
        var theirs = post(other.lead, "/api/cases", Map.of("title", "Theirs"))
                .statusCode(201)
                .extract()
                .<String>path("id");

        get(other.lead, path(id)).statusCode(404);
        put(other.lead, path(id), Map.of("title", "x")).statusCode(404);
        delete(other.lead, path(id)).statusCode(404);
        put(other.lead, path(theirs) + "/sessions/" + session, "")
                .statusCode(404)
                .body("code", equalTo("session-unknown"));
        post(other.lead, "/api/cases", Map.of("title", "x", "sessionIds", List.of(session)))
                .statusCode(404);
        post(other.lead, "/api/cases", Map.of("title", "x", "customerId", scene.grace.id()))
                .statusCode(404)
                .body("code", equalTo("customer-unknown"));
        get(other.lead, "/api/cases").body("items.title", equalTo(List.of("Theirs")));
    }

    @Test
    void anApiKeyNeedsTheScope() {
        var reader = TestTokens.apiKey(scene.organisation, "sessions:read");
        var id = post(scene.key, "/api/cases", Map.of("title", "By machine"))
                .statusCode(201)
                .extract()
                .<String>path("id");

        get(reader, path(id)).statusCode(200);
        put(reader, path(id), Map.of("status", "closed")).statusCode(403).body("code", equalTo("not-permitted"));
        get(TestTokens.apiKey(scene.organisation, "chat:read"), "/api/cases").statusCode(403);
        get(scene.seatOf(scene.active()), "/api/cases").statusCode(403);
    }

    static Stream<Map<String, Object>> whatIsNoCase() {
        return Stream.of(
                Map.of(),
                Map.of("title", " "),
                Map.of("title", "x".repeat(10_000)),
                Map.of("title", "nul\u0000"),
                Map.of("title", "x", "customerId", ""),
                Map.of("title", "x", "sessionIds", "all"),
                Map.of("title", "x", "sessionIds", List.of("1")),
                Map.of("title", "x", "sessionIds", Collections.singletonList(null)),
                Map.of("title", "x", "sessionIds", Collections.nCopies(51, UUID.randomUUID())));
    }

    @ParameterizedTest
    @MethodSource("whatIsNoCase")
    void whatIsNoCaseIsRefused(Map<String, Object> body) {
        post(scene.ada, "/api/cases", body).statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=deleted", "after=x", "limit=0", "sessionId=1", "after=99999999999999999999"})
    void aQueryThatMakesNoSenseIsRefused(String query) {
        get(scene.ada, "/api/cases?" + query).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void aChangeThatIsNoneIsRefused() {
        var id = open(Map.of("title", "x"));

        put(scene.ada, path(id), Map.of("status", "deleted")).statusCode(400);
        put(scene.ada, path(id), Map.of("title", "")).statusCode(400);
    }

    @CanIgnoreReturnValue
    private String open(Map<String, Object> body) {
        return post(scene.ada, "/api/cases", body).statusCode(201).extract().path("id");
    }

    private static String path(String id) {
        return "/api/cases/" + id;
    }
}
