package dev.remotesupport.session.rating;

import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.Scene.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.EventCollector;
import dev.remotesupport.testkit.ServiceInfrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class RatingResourceTest {

    private static final String SCRIPT = "<script>alert('1')</script>";

    private final Scene scene = new Scene();

    @Test
    void aCustomerRatesWhileTheSessionLasts() {
        var id = scene.active();

        rate(id, 4, SCRIPT).statusCode(200).body("rating", equalTo(4)).body("state", equalTo("active"));

        get(scene.ada, "/api/sessions/" + id).body("rating", equalTo(4)).body("feedback", equalTo(SCRIPT));
    }

    @Test
    void aRatingAfterTheEndIsTheNextVersionOfTheSession() {
        var id = scene.ended();
        int ended = get(scene.ada, "/api/sessions/" + id).extract().path("version");
        try (var events = EventCollector.on("session.events.v1")) {
            rate(id, 5, "Quick").statusCode(200).body("version", equalTo(ended + 1));

            var rated = events.await(event ->
                    event.type().equals("SessionRated") && id.toString().equals(event.key()));
            assertThat(rated.body()).contains("\"rating\":5").doesNotContain("Quick");
        }
    }

    @Test
    void aSessionIsRatedOnce() {
        var id = scene.ended();
        rate(id, 1, "Slow");

        rate(id, 5, "Nice").statusCode(409).body("code", equalTo("already-rated"));

        get(scene.ada, "/api/sessions/" + id).body("rating", equalTo(1)).body("feedback", equalTo("Slow"));
        assertThatThrownBy(() -> Scene.sql("UPDATE session SET rating = 5 WHERE id = '" + id + "'"))
                .hasMessageContaining("rated once");
    }

    @Test
    void ofManyRatingsAtOnceOneCounts() {
        var id = scene.ended();

        var accepted = IntStream.rangeClosed(1, 5)
                .parallel()
                .filter(stars -> rate(id, stars, "!").extract().statusCode() == 200)
                .toArray();

        assertThat(accepted).hasSize(1);
        get(scene.ada, "/api/sessions/" + id).body("rating", equalTo(accepted[0]));
    }

    @Test
    void theRatingAtTheEndIsTheOneRating() {
        var id = scene.active();

        post(scene.grace, "/api/support/chat/" + id + "/close", Map.of("rating", 3, "feedback", "Fine"))
                .statusCode(200)
                .body("rating", equalTo(3))
                .body("endReason", equalTo("ended-by-customer"));

        rate(id, 5, "Better").statusCode(409).body("code", equalTo("already-rated"));
    }

    @Test
    void whoHasRatedAlreadyClosesWithoutARating() {
        var id = scene.active();
        rate(id, 3, "Fine");

        var again = post(scene.grace, "/api/support/chat/" + id + "/close", Map.of("rating", 5));

        again.statusCode(409).body("code", equalTo("already-rated"));
        assertThat(Scene.state(scene.ada, id)).isEqualTo("active");
        post(scene.grace, "/api/support/chat/" + id + "/close", Map.of()).statusCode(200);
    }

    @Test
    void wordsAtTheEndLeaveTheRatingOpen() {
        var id = scene.active();
        post(scene.grace, "/api/support/chat/" + id + "/close", Map.of("feedback", "Thanks"))
                .body("rating", nullValue());

        rate(id, 5, null).statusCode(200).body("feedback", equalTo("Thanks"));
    }

    @Test
    void afterAWeekItIsTooLate() {
        var id = scene.ended();
        Scene.sql("ALTER TABLE session DISABLE TRIGGER session_guard");
        try {
            Scene.sql(
                    "UPDATE session SET requested_at = now() - interval '9 days', connected_at = now() - interval '9 days',"
                            + " ended_at = now() - interval '8 days' WHERE id = '" + id + "'");
        } finally {
            Scene.sql("ALTER TABLE session ENABLE TRIGGER session_guard");
        }

        rate(id, 5, "Late").statusCode(409).body("code", equalTo("rated-too-late"));
    }

    @Test
    void onlyTheCustomerAndSystemsRate() {
        var id = scene.ended();

        post(scene.ada, path(id), Map.of("rating", 5)).statusCode(403);
        post(scene.lead, path(id), Map.of("rating", 5)).statusCode(403);
        post(scene.stranger, path(id), Map.of("rating", 5)).statusCode(404);
        post(new Scene().key, path(id), Map.of("rating", 5)).statusCode(404);
        post(scene.key, path(id), Map.of("rating", 5)).statusCode(200);
    }

    static Stream<Map<String, Object>> whatIsNoRating() {
        return Stream.of(
                Map.of(),
                Map.of("rating", 0),
                Map.of("rating", 6),
                Map.of("rating", "five"),
                Map.of("comment", "no stars"),
                Map.of("rating", 5, "comment", "x".repeat(10_000)));
    }

    @ParameterizedTest
    @MethodSource("whatIsNoRating")
    void whatIsNoRatingIsRefused(Map<String, Object> body) {
        post(scene.grace, path(scene.active()), body).statusCode(400).contentType("application/problem+json");
    }

    @CanIgnoreReturnValue
    private ValidatableResponse rate(UUID session, int stars, String comment) {
        return post(
                scene.grace,
                path(session),
                comment == null ? Map.of("rating", stars) : Map.of("rating", stars, "comment", comment));
    }

    private static String path(UUID session) {
        return "/api/sessions/" + session + "/rating";
    }
}
