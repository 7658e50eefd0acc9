package dev.remotesupport.session.directory;

import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.Scene.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class SessionResourceTest {

    private static final String TOO_LONG = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";

    private final Scene scene = new Scene();

    @Test
    void theListIsNewestFirstAndFilteredByState() {
        var first = scene.active().toString();
        var second = scene.waitingOf(scene.stranger).toString();

        get(scene.lead, "/api/sessions").body("items.id", equalTo(List.of(second, first)));
        get(scene.lead, "/api/sessions?sort=requestedAt").body("items.id", equalTo(List.of(first, second)));
        get(scene.lead, "/api/sessions?state=active").body("items.id", equalTo(List.of(first)));
        get(scene.lead, "/api/sessions?state=queued,offered").body("items.id", equalTo(List.of(second)));
        get(scene.lead, "/api/sessions?state=ended").body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-requestedAt", "requestedAt"})
    void pagesFollowEachOtherWithoutGapOrRepetition(String sort) {
        IntStream.range(0, 7).forEach(i -> scene.waitingOf(TestTokens.visitor(scene.organisation, scene.site)));
        var seen = new ArrayList<Integer>();

        String after = null;
        do {
            var page = get(scene.ada, "/api/sessions?limit=3&sort=" + sort + (after == null ? "" : "&after=" + after));
            seen.addAll(page.statusCode(200).extract().path("items.number"));
            after = page.extract().path("next");
        } while (after != null);

        var numbers = IntStream.rangeClosed(1, 7).boxed().toList();
        assertThat(seen).isEqualTo(sort.startsWith("-") ? numbers.reversed() : numbers);
    }

    @Test
    void everyWordOfASearchMustOccur() {
        var start = Map.of("customerName", "Grace Hopper", "subject", "Compiler 100% broken");
        post(scene.grace, "/api/support/chat/start", start).statusCode(201);
        post(scene.stranger, "/api/support/chat/start", Map.of("customerName", "Grace Kelly"))
                .statusCode(201);

        get(scene.ada, "/api/sessions?q=grace").body("items.size()", equalTo(2));
        get(scene.ada, "/api/sessions?q=GRACE%20compiler").body("items.customerName", equalTo(List.of("Grace Hopper")));
        get(scene.ada, "/api/sessions?q=100%25").body("items.customerName", equalTo(List.of("Grace Hopper")));
        get(scene.ada, "/api/sessions?q=%232").body("items.customerName", equalTo(List.of("Grace Kelly")));
        get(scene.ada, "/api/sessions?q=hopper%20kelly").body("items", empty());
    }

    @Test
    void visitorsSeeTheirOwnSessionsOnly() {
        var own = scene.waiting().toString();
        var others = scene.waitingOf(scene.stranger);

        get(scene.grace, "/api/sessions").body("items.id", equalTo(List.of(own)));
        get(scene.grace, "/api/sessions/" + own).statusCode(200);
        get(scene.grace, "/api/sessions/" + others).statusCode(404).body("code", equalTo("session-unknown"));
    }

    @Test
    void otherOrganisationsSeeNothing() {
        var id = scene.waiting();
        var other = new Scene();

        get(other.lead, "/api/sessions").statusCode(200).body("items", empty()).body("next", nullValue());
        get(other.lead, "/api/sessions/" + id).statusCode(404);
        get(other.key, "/api/sessions/" + id + "/grants").statusCode(404);
    }

    @Test
    void aParticipantsTokenReadsItsOwnSessionOnly() {
        var own = scene.active();
        var others = scene.waitingOf(scene.stranger);

        get(scene.seatOf(own), "/api/sessions/" + own).statusCode(200);
        get(scene.seatOf(own), "/api/sessions/" + others).statusCode(404);
        get(scene.seatOf(own), "/api/sessions").statusCode(403);
    }

    @Test
    void aKeyReadsOnlyWithTheScope() {
        var blind = TestTokens.apiKey(scene.organisation, "chat:write");

        get(blind, "/api/sessions").statusCode(403).body("code", equalTo("not-permitted"));
        get(blind, "/api/sessions/" + scene.waiting()).statusCode(403);
        get(scene.key, "/api/sessions").statusCode(200);
    }

    @Test
    void anOperatorBelongsToNoOrganisation() {
        get(TestTokens.operator(), "/api/sessions").statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=paused",
                "q=" + TOO_LONG,
                "sort=colour",
                "after=nonsense",
                "after=MjAyNg",
                "limit=0",
                "limit=201",
                "limit=x"
            })
    void aQueryThatMakesNoSenseIsRefused(String query) {
        var answer = get(scene.ada, "/api/sessions?" + query);

        answer.contentType("application/problem+json");
        assertThat(answer.extract().statusCode()).isIn(400, 404);
    }

    @Test
    void howToReachACustomerIsMaskedForSupportAndWholeForWhoLeads() {
        var start = Map.of("customerName", "Grace", "customerEmail", "grace@example.com", "userId", "+31 6 1234 5678");
        post(scene.grace, "/api/support/chat/start", start).statusCode(201);

        get(scene.ada, "/api/sessions")
                .body("items[0].customer.email", equalTo("g***@example.com"))
                .body("items[0].customer.claimedId", equalTo("***78"))
                .body("items[0].customer.id", equalTo(scene.grace.id()));
        get(scene.lead, "/api/sessions")
                .body("items[0].customer.email", equalTo("grace@example.com"))
                .body("items[0].customer.claimedId", equalTo("+31 6 1234 5678"));
        get(scene.key, "/api/sessions").body("items[0].customer.email", equalTo("grace@example.com"));
        get(scene.grace, "/api/sessions").body("items[0].customer.email", equalTo("grace@example.com"));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        get(scene.ada, "/api/sessions/" + UUID.randomUUID())
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("session-unknown"));
    }
}
