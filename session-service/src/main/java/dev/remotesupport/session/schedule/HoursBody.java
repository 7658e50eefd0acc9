package dev.remotesupport.session.schedule;

import dev.remotesupport.contracts.Limits;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.schedule.Hours.Holiday;
import dev.remotesupport.session.schedule.Hours.Span;
import io.vertx.core.json.JsonObject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Hours as REST takes and shows them, and as the database keeps them. */
@Schema(name = "Hours")
public record HoursBody(
        @NotBlank
        @Size(max = 64)
        @Schema(description = "Of the IANA time zone database.", examples = "Europe/Amsterdam")
        String timeZone,

        @NotNull @Size(max = 70) @Schema(description = "Empty is never open.")
        List<@NotNull @Valid SpanBody> week,

        @Size(max = 400) List<@NotNull @Valid HolidayBody> holidays) {

    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d|24:00";

    /** From one time of a day until another, of the next day when that is not later. */
    @Schema(name = "HoursSpan")
    public record SpanBody(
            @NotNull
            @Pattern(regexp = "monday|tuesday|wednesday|thursday|friday|saturday|sunday")
            @Schema(examples = "monday")
            String day,

            @NotNull @Pattern(regexp = TIME) @Schema(examples = "09:00")
            String from,

            @NotNull
            @Pattern(regexp = TIME)
            @Schema(
                    description = "24:00 is midnight; not later than \"from\" means on the next day.",
                    examples = "17:00")
            String to) {

        private Span toSpan() {
            return new Span(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)), time(from), time(to));
        }

        private static LocalTime time(String text) {
            return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
        }

        private static SpanBody of(Span span) {
            return new SpanBody(
                    span.day().name().toLowerCase(Locale.ROOT),
                    span.from().toString(),
                    span.to().equals(LocalTime.MIDNIGHT) ? "24:00" : span.to().toString());
        }
    }

    /** A whole day on which nothing is open. */
    @Schema(name = "Holiday")
    public record HolidayBody(
            @NotNull @Pattern(regexp = "\\d{4}-\\d{2}-\\d{2}") @Schema(examples = "2026-12-25")
            String date,

            @Size(max = Limits.NAME) @Schema(examples = "Christmas")
            String name) {}

    public static HoursBody of(Hours hours) {
        return new HoursBody(
                hours.timeZone().getId(),
                hours.week().stream().map(SpanBody::of).toList(),
                hours.holidays().stream()
                        .map(holiday -> new HolidayBody(holiday.date().toString(), holiday.name()))
                        .toList());
    }

    /** @throws ProblemException 400 {@code hours-not-understood} for a zone or a date that does not exist */
    public Hours toHours() {
        try {
            return new Hours(
                    ZoneId.of(timeZone),
                    week.stream().map(SpanBody::toSpan).toList(),
                    holidays == null
                            ? List.of()
                            : holidays.stream()
                                    .map(holiday -> new Holiday(LocalDate.parse(holiday.date()), holiday.name()))
                                    .toList());
        } catch (DateTimeException e) {
            throw new ProblemException(
                    SessionProblem.HOURS_NOT_UNDERSTOOD, "There is no such time zone, or no such day.");
        }
    }

    /** For a column of type jsonb. */
    public static JsonObject json(Hours hours) {
        return JsonObject.mapFrom(of(hours));
    }

    public static Hours read(JsonObject json) {
        return json.mapTo(HoursBody.class).toHours();
    }
}
