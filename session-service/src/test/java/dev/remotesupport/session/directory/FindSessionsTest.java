package dev.remotesupport.session.directory;

import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.Scene.post;
import static dev.remotesupport.session.Scene.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every filter, and every sort over several pages. */
@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class FindSessionsTest {

    private static final List<String> LIFE =
            List.of("requested", "queued", "offered", "active", "interrupted", "ended");

    private final Scene scene = new Scene();

    static Stream<Arguments> everySort() {
        Function<Map<String, Object>, Integer> rank = session -> LIFE.indexOf((String) session.get("state"));
        Function<Map<String, Object>, String> staff = session -> session.get("staff") instanceof Map<?, ?> holder
                ? holder.get("name").toString().toLowerCase(Locale.ROOT)
                : "";
        Function<Map<String, Object>, String> customer =
                session -> session.get("customerName").toString().toLowerCase(Locale.ROOT);
        Comparator<Map<String, Object>> oldest = Comparator.<Map<String, Object>, Instant>comparing(
                        session -> Instant.parse(session.get("requestedAt").toString()))
                .thenComparing(session -> session.get("id").toString());
        var newest = oldest.reversed();
        return Stream.of("", "&q=order", "&state=active,ended,queued", "&q=order&state=ended&from=2026-01-01")
                .flatMap(filter -> Stream.of(
                        Arguments.of("requestedAt" + filter, oldest),
                        Arguments.of("-requestedAt" + filter, newest),
                        Arguments.of(
                                "status" + filter, Comparator.comparing(rank).thenComparing(newest)),
                        Arguments.of(
                                "-status" + filter,
                                Comparator.comparing(rank).reversed().thenComparing(newest)),
                        Arguments.of(
                                "staff" + filter, Comparator.comparing(staff).thenComparing(newest)),
                        Arguments.of(
                                "-staff" + filter,
                                Comparator.comparing(staff).reversed().thenComparing(newest)),
                        Arguments.of(
                                "customer" + filter,
                                Comparator.comparing(customer).thenComparing(newest))));
    }

    @ParameterizedTest
    @MethodSource("everySort")
    void pagesOfEverySortFollowEachOtherWithoutGapOrRepetition(String query, Comparator<Map<String, Object>> order) {
        manySessions();
        var filter = query.contains("&") ? query.substring(query.indexOf('&')) : "";
        List<Map<String, Object>> all = get(scene.supervisor, "/api/sessions?limit=200" + filter)
                .statusCode(200)
                .extract()
                .path("items");
        assertThat(all).hasSizeGreaterThan(7);

        var seen = new ArrayList<String>();
        String after = null;
        do {
            var page = get(
                    scene.supervisor, "/api/sessions?limit=4&sort=" + query + (after == null ? "" : "&after=" + after));
            seen.addAll(page.statusCode(200).extract().path("items.id"));
            after = page.extract().path("next");
        } while (after != null);

        assertThat(seen)
                .isEqualTo(all.stream()
                        .sorted(order)
                        .map(session -> session.get("id"))
                        .toList());
    }

    @Test
    void namesAreSortedAsPeopleSortThem() {
        for (var name : List.of("Zoe", "Żaneta", "yves", "Åsa", "Ada", "ärger")) {
            post(
                            TestTokens.visitor(scene.organisation, UUID.randomUUID()),
                            "/api/support/chat/start",
                            Map.of("customerName", name))
                    .statusCode(201);
        }

        get(scene.supervisor, "/api/sessions?sort=customer")
                .body("items.customerName", equalTo(List.of("Ada", "ärger", "Åsa", "yves", "Żaneta", "Zoe")));
    }

    @Test
    void sessionsAreFoundByWhoHasThem() {
        var hers = scene.active().toString();
        var nobodys = scene.waitingOf(scene.stranger).toString();

        get(scene.ada, "/api/sessions?staff=me").body("items.id", equalTo(List.of(hers)));
        get(scene.bob, "/api/sessions?staff=me").body("items", empty());
        get(scene.bob, "/api/sessions?staff=" + scene.ada.id()).body("items", empty());
        get(scene.lead, "/api/sessions?staff=" + scene.ada.id()).body("items.id", equalTo(List.of(hers)));
        get(scene.bob, "/api/sessions?staff=none").body("items.id", equalTo(List.of(nobodys)));
    }

    @Test
    void sessionsAreFoundBySiteAndTime() {
        var other = UUID.randomUUID();
        var here = scene.waiting().toString();
        var there =
                scene.waitingOf(TestTokens.visitor(scene.organisation, other)).toString();

        get(scene.ada, "/api/sessions?site=" + other).body("items.id", equalTo(List.of(there)));
        get(scene.ada, "/api/sessions?from=2020-01-01").body("items.id", equalTo(List.of(there, here)));
        get(scene.ada, "/api/sessions?to=2020-01-01").body("items", empty());
        get(scene.ada, "/api/sessions?team=" + UUID.randomUUID()).body("items", empty());
    }

    @Test
    void sessionsAreFoundByAllOfTheirTags() {
        var both = scene.active();
        var one = scene.waitingOf(scene.stranger);
        put(scene.ada, "/api/sessions/" + both + "/tags", Map.of("tags", List.of("Printer", "vip")))
                .statusCode(200);
        put(scene.ada, "/api/sessions/" + one + "/tags", Map.of("tags", List.of("printer")))
                .statusCode(200);

        get(scene.ada, "/api/sessions?tag=printer&sort=status")
                .body("items.id", equalTo(List.of(one.toString(), both.toString())));
        get(scene.ada, "/api/sessions?tag=PRINTER&tag=vip").body("items.id", equalTo(List.of(both.toString())));
        get(scene.ada, "/api/sessions?tag=printer&state=ended").body("items", empty());
        get(scene.grace, "/api/sessions?tag=printer").statusCode(400);
    }

    @Test
    void aSearchHoldsTogetherWithFilterAndSort() {
        var start = Map.of("customerName", "Grace", "subject", "<b>Order</b> 'is' late");
        post(scene.grace, "/api/support/chat/start", start).statusCode(201);
        post(scene.stranger, "/api/support/chat/start", Map.of("customerName", "Ann"))
                .statusCode(201);

        get(scene.ada, "/api/sessions?q=%3Cb%3Eorder&sort=customer&staff=none")
                .body("items.subject", equalTo(List.of("<b>Order</b> 'is' late")));
        get(scene.ada, "/api/sessions?q=order%00&sort=customer").statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "staff=bob",
                "site=here",
                "team=1",
                "from=yesterday",
                "to=2026-13-01",
                "tag=a&tag=b&tag=c&tag=d&tag=e&tag=f",
                "sort=-colour",
                "sort=status&after=c3RhdHVzIDIwMjYtMDMtMDFUMTA6MDA6MDBaIDEgcGF1c2Vk",
            })
    void aQueryThatMakesNoSenseIsRefusedWithAReason(String query) {
        get(scene.ada, "/api/sessions?" + query)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("query-not-understood"));
    }

    /** Of all states, of three members of the staff and nobody, several at the same moment. */
    private void manySessions() {
        Scene.sql("""
                DO $$ BEGIN
                  PERFORM set_config('session_replication_role', 'replica', true);
                  INSERT INTO session (organisation_id, number, state, version, channels, customer_kind, customer_id,
                    customer_name, customer_claimed, subject, staff_id, staff_name, offered_to, offer_expires_at,
                    requested_at, connected_at, ended_at, end_reason, last_active_at)
                  SELECT '%s', i, state, 4, '{chat}', 'visitor', 'v-' || i, (ARRAY['grace', 'Ann', 'bea'])[1 + i %% 3], true,
                    CASE WHEN i %% 4 > 0 THEN 'Order ' || i END,
                    CASE WHEN held THEN gen_random_uuid() END, CASE WHEN held THEN (ARRAY['Ada', 'bob', 'Cleo'])[1 + i %% 3] END,
                    CASE WHEN state = 'offered' THEN gen_random_uuid() END, CASE WHEN state = 'offered' THEN now() + interval '1 day' END,
                    at, CASE WHEN held THEN at END, CASE WHEN state = 'ended' THEN at END,
                    CASE WHEN state = 'ended' THEN 'done' END, at
                  FROM generate_series(1, 48) AS i,
                    LATERAL (SELECT (ARRAY['requested', 'queued', 'offered', 'active', 'interrupted', 'ended', 'ended',
                        'ended'])[1 + i %% 8] AS state, timestamptz '2026-03-01 10:00:00Z' + i / 3 * interval '1 minute' AS at),
                    LATERAL (SELECT state IN ('active', 'interrupted') OR state = 'ended' AND i %% 16 < 8 AS held);
                END $$""".formatted(scene.organisation));
    }
}
