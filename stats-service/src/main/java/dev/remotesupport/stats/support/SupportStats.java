package dev.remotesupport.stats.support;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the support desk does. All but the counts are about the days from {@code from} to {@code to}, both included. */
@Schema(name = "SupportStats")
public record SupportStats(
        LocalDate from,
        LocalDate to,
        @Schema(examples = "Europe/Berlin") String zone,
        Counts sessions,
        Counts chats,
        Counts calls,
        Durations duration,
        Durations chatDuration,
        Durations callDuration,
        Waits waits,
        Ratings rating,
        CallStats callFigures,

        @Schema(description = "Who did most first. Names are not part of statistics.")
        List<StaffFigures> staff) {

    /** How many customers asked for help. */
    @Schema(name = "SupportCounts")
    public record Counts(
            @Schema(examples = "7") long today,

            @Schema(description = "Since Monday.", examples = "31")
            long week,

            @Schema(description = "Since the first of the month.", examples = "120")
            long month,

            @Schema(examples = "4711") long total) {

        static final Counts NONE = new Counts(0, 0, 0, 0);

        Counts plus(Counts other) {
            return new Counts(today + other.today, week + other.week, month + other.month, total + other.total);
        }
    }

    /** How long sessions lasted that ended, of those in which somebody helped. */
    @Schema(name = "SupportDurations")
    public record Durations(
            @Schema(examples = "40") long sessions,

            @Schema(description = "The sum, 0 when there is none.", examples = "18200")
            long totalSeconds,

            @Schema(description = "0 when there is none.", examples = "455")
            long averageSeconds) {

        static final Durations NONE = new Durations(0, 0, 0);

        static Durations of(long sessions, long total) {
            return new Durations(sessions, total, sessions == 0 ? 0 : Math.round((double) total / sessions));
        }

        Durations plus(Durations other) {
            return of(sessions + other.sessions, totalSeconds + other.totalSeconds);
        }
    }

    /** From asking for help to getting it. */
    @Schema(name = "SupportWaits")
    public record Waits(
            @Schema(description = "Sessions that somebody took.", examples = "40")
            long sessions,

            @Schema(description = "0 when nobody took any.", examples = "12")
            long averageSeconds,

            @Schema(description = "95 of 100 waited no longer.", examples = "41")
            long p95Seconds,

            @Schema(examples = "65") long longestSeconds) {}

    /** What customers think of it. */
    @Schema(name = "SupportRatings")
    public record Ratings(
            @Schema(examples = "21") long count,

            @Schema(description = "1 to 5; null when nobody rated.", examples = "4.4")
            Double average,

            @Schema(description = "How often 1, 2, 3, 4 and 5.", examples = "[0, 1, 2, 6, 12]")
            List<Long> stars) {}

    /** How one member of the staff does. */
    @Schema(name = "SupportStaffFigures")
    public record StaffFigures(
            UUID staffId,

            @Schema(description = "Offers of sessions, also those not answered.", examples = "20")
            long offers,

            @Schema(description = "Sessions that he or she got, each once.", examples = "17")
            long handled,

            @Schema(description = "Sessions that ended with him or her.")
            Durations duration,

            @Schema(description = "Ratings of sessions that he or she had last.", examples = "9")
            long ratings,

            @Schema(description = "null when nobody rated.", examples = "4.7")
            Double rating,

            @Schema(description = "Time online.", examples = "28800")
            long onDutySeconds,

            @Schema(
                    description =
                            "The part of the time online during which he or she had a session; null when never online.",
                    examples = "0.62")
            Double utilisation) {}
}
