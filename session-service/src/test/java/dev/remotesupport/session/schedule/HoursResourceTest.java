package dev.remotesupport.session.schedule;

import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.Scene.put;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.ServiceInfrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class HoursResourceTest {

    private static final String ZONE = "Asia/Tokyo";

    private final Scene scene = new Scene();

    @Test
    void whoeverHasSettledNothingIsAlwaysOpen() {
        get(scene.ada, "/api/desk/hours")
                .statusCode(200)
                .body("week", hasSize(7))
                .body("week[0].to", equalTo("24:00"));
        get(scene.grace, "/api/desk/open")
                .statusCode(200)
                .body("open", equalTo(true))
                .body("opensAt", nullValue())
                .body("staffAvailable", equalTo(false));
    }

    @Test
    void whileSomebodyIsThereTheCustomerIsToldSo() {
        scene.atWork(scene.ada);

        get(scene.grace, "/api/desk/open").body("staffAvailable", equalTo(true));

        put(scene.ada, "/api/desk/me/availability", Map.of("availability", "break"))
                .statusCode(200);
        get(scene.grace, "/api/desk/open").body("staffAvailable", equalTo(false));
    }

    @Test
    void outsideOfTheHoursTheCustomerIsToldWhenTheyBegin() {
        var tomorrow = Instant.now().atZone(ZoneId.of(ZONE)).toLocalDate().plusDays(2);
        var week = List.of(span(tomorrow.getDayOfWeek(), "09:00", "17:00"));

        put(scene.supervisor, "/api/desk/hours", hours(week, List.of())).statusCode(200);

        get(scene.grace, "/api/desk/open")
                .body("open", equalTo(false))
                .body(
                        "opensAt",
                        equalTo(tomorrow.atTime(9, 0)
                                .atZone(ZoneId.of(ZONE))
                                .toInstant()
                                .toString()));
        get(scene.lead, "/api/desk/hours").body("timeZone", equalTo(ZONE)).body("week.from", contains("09:00"));
    }

    @Test
    void aHolidayIsClosed() {
        var today = Instant.now().atZone(ZoneId.of(ZONE)).toLocalDate();
        var always = Stream.of(DayOfWeek.values())
                .map(day -> span(day, "00:00", "24:00"))
                .toList();
        var holidays = Stream.of(today.minusDays(1), today, today.plusDays(1))
                .map(LocalDate::toString)
                .map(date -> Map.of("date", date, "name", "Moving house"))
                .toList();

        put(scene.supervisor, "/api/desk/hours", hours(always, holidays)).statusCode(200);

        get(scene.stranger, "/api/desk/open").body("open", equalTo(false)).body("opensAt", notNullValue());
    }

    @Test
    void theHoursAreTheSupervisors() {
        var closed = hours(List.of(), List.of());

        put(scene.lead, "/api/desk/hours", closed).statusCode(403);
        put(scene.ada, "/api/desk/hours", closed).statusCode(403);
        put(scene.supervisor, "/api/desk/hours", closed).statusCode(200);
        get(scene.grace, "/api/desk/open").body("open", equalTo(false)).body("opensAt", nullValue());
        get(new Scene().grace, "/api/desk/open").body("open", equalTo(true));
    }

    @Test
    void badHoursAreAnswered() {
        var week = List.of(span(DayOfWeek.MONDAY, "09:00", "17:00"));

        put(scene.supervisor, "/api/desk/hours", Map.of("timeZone", "Mars/Olympus", "week", week))
                .statusCode(400)
                .body("code", equalTo("hours-not-understood"));
        put(scene.supervisor, "/api/desk/hours", hours(week, List.of(Map.of("date", "2026-02-30"))))
                .statusCode(400)
                .body("code", equalTo("hours-not-understood"));
        put(scene.supervisor, "/api/desk/hours", Map.of("timeZone", ZONE))
                .statusCode(400)
                .body("code", not(equalTo("hours-not-understood")));
        get(scene.ada, "/api/desk/hours").body("week", hasSize(7));
    }

    private static Map<String, Object> hours(List<?> week, List<?> holidays) {
        return Map.of("timeZone", ZONE, "week", week, "holidays", holidays);
    }

    private static Map<String, String> span(DayOfWeek day, String from, String to) {
        return Map.of("day", day.name().toLowerCase(Locale.ROOT), "from", from, "to", to);
    }
}
