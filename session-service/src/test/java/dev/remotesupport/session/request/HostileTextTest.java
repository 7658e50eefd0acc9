package dev.remotesupport.session.request;

import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.Scene.post;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.ServiceInfrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that is meant to do harm is text like any other: kept as it is, or refused with a reason. */
@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class HostileTextTest {

    private static final String SCRIPT = "<script>alert('1')</script>";
    private static final String SQL = "'; DROP TABLE session; -- ${app} %s \\";

    private final Scene scene = new Scene();

    @Test
    void scriptInEveryFieldComesBackAsItWent() {
        var body = Map.of(
                "customerName", SCRIPT,
                "userId", SQL,
                "subject", SCRIPT + SQL,
                "machineName", SCRIPT,
                "location", SQL,
                "page", Map.of("url", "https://shop.example/?q=" + SCRIPT, "title", SCRIPT));

        var id = post(scene.lead, "/api/sessions", body)
                .statusCode(201)
                .extract()
                .<String>path("id");

        get(scene.lead, "/api/sessions/" + id)
                .body("customerName", equalTo(SCRIPT))
                .body("customer.id", equalTo(SQL))
                .body("subject", equalTo(SCRIPT + SQL))
                .body("machineName", equalTo(SCRIPT))
                .body("location", equalTo(SQL))
                .body("page.url", equalTo("https://shop.example/?q=" + SCRIPT))
                .body("page.title", equalTo(SCRIPT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"customerName", "userId", "subject", "machineName", "location"})
    void tenThousandCharactersAreRefused(String field) {
        post(scene.lead, "/api/sessions", withName(field, "x".repeat(10_000)))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid"))
                .body("violations.field", hasItem(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"customerName", "userId", "subject", "machineName", "location"})
    void whatPostgresCannotKeepIsRefused(String field) {
        post(scene.lead, "/api/sessions", withName(field, "nul\u0000"))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid"));
    }

    @Test
    void theLongestTextsOfTheWidestLettersAreKept() {
        var body = Map.of(
                "customerName", wide(),
                "subject", wide(),
                "machineName", wide(),
                "location", wide());

        var id = post(scene.lead, "/api/sessions", body)
                .statusCode(201)
                .body("customerName", equalTo(body.get("customerName")))
                .extract()
                .<String>path("id");
        post(scene.ada.named(wide()), "/api/support/chat/" + id + "/assign", Map.of())
                .statusCode(200);

        get(scene.lead, "/api/sessions?sort=customer&q=%23").body("items.id", hasItem(id));
    }

    /** 100 letters of four bytes, two characters each to Java, in no order that could be compressed. */
    private static String wide() {
        return ThreadLocalRandom.current()
                .ints(100, 0x20000, 0x2A6D6)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static Map<String, Object> withName(String field, String text) {
        return field.equals("customerName") ? Map.of(field, text) : Map.of("customerName", "Grace", field, text);
    }
}
