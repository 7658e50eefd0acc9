package dev.remotesupport.stats.support;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How calls went, by the days on which they were asked for. */
@Schema(name = "SupportCalls")
public record CallStats(
        Figures totals,

        @Schema(description = "Each day, oldest first, also those without any.")
        List<CallDay> days) {

    /** The calls of one day. */
    @Schema(name = "SupportCallDay")
    public record CallDay(LocalDate day, @JsonUnwrapped Figures figures) {}

    /** Calls that were asked for in some span of time. Those that wait, ring or go on are in the first figure alone, or answered. */
    @Schema(name = "SupportCallFigures")
    public record Figures(
            @Schema(examples = "30") long asked,

            @Schema(examples = "24") long answered,

            @Schema(description = "Rang or waited in vain, also those that the caller gave up.", examples = "5")
            long missed,

            @Schema(examples = "1") long declined,

            @Schema(description = "From asking to the first answer; 0 when nobody answered.", examples = "14")
            long averageWaitSeconds,

            @Schema(description = "Of calls that are over; 0 when there is none.", examples = "312")
            long averageDurationSeconds,

            @Schema(description = "Of calls that were measured, 1 to 5; null when none was.", examples = "4.2")
            Double averageScore) {}
}
