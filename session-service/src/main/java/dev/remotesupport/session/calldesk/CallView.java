package dev.remotesupport.session.calldesk;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.remotesupport.contracts.CallState;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.session.call.Call;
import dev.remotesupport.session.calldesk.AnswerCall.Answered;
import dev.remotesupport.session.lifecycle.SeenByRole;
import dev.remotesupport.session.lifecycle.Session;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A call as REST shows it. What is not known is null. */
@Schema(name = "Call")
public record CallView(
        UUID id,
        UUID sessionId,
        CallState state,

        @Schema(description = "The side that asked for it.") Seat askedBy,

        @JsonSerialize(using = SeenByRole.Contact.class) @Schema(examples = "Grace Hopper")
        String customerName,

        @Schema(description = "At whom it rings, or who speaks; null while it waits.")
        UUID staffId,

        @Schema(examples = "Ada Lovelace") String staffName,

        @Schema(description = "The side that may answer, while it rings.")
        Seat ringsAt,

        @Schema(description = "When it rings no more, while it rings.")
        Instant ringExpiresAt,

        Instant requestedAt,

        @Schema(description = "When it was first answered; set once.")
        Instant answeredAt,

        Instant endedAt,

        @Schema(description = "A code.", examples = "ended-by-customer")
        String endReason,

        @Schema(description = "From answeredAt to endedAt or now, by the server's clock; 0 when nobody answered.")
        long durationSeconds,

        @Schema(description = "Null until a side has reported what it hears.")
        QualityView quality,

        @Schema(description = "One higher with each event of the call.")
        long version) {

    /** What both sides hear, as means of all their reports. */
    @Schema(name = "CallQuality")
    public record QualityView(
            @Schema(description = "1 to 5, 5 is best (E-model, ITU-T G.107).", examples = "4.2")
            double score,

            @Schema(description = "The worst of all reports.", examples = "3.1")
            double worst,

            @Schema(examples = "0.4") double lossPercent,
            @Schema(examples = "6.5") double jitterMs,
            @Schema(examples = "48") double roundTripMs,
            @Schema(examples = "120") int reports) {

        static QualityView of(Call.Quality quality) {
            return quality.score()
                    .map(score -> new QualityView(
                            score,
                            quality.worst().orElse(score),
                            quality.lossPercent(),
                            quality.jitterMs(),
                            quality.roundTripMs(),
                            quality.reports()))
                    .orElse(null);
        }
    }

    static CallView of(Answered answered) {
        return of(answered.session(), answered.call());
    }

    static CallView of(Session session, Call call) {
        var times = call.times();
        return new CallView(
                call.id(),
                call.session(),
                call.state(),
                call.askedBy(),
                session.customer().name(),
                call.staff().orElse(null),
                staffName(session, call).orElse(null),
                call.ring().map(Call.Ring::at).orElse(null),
                call.ring().map(Call.Ring::expiresAt).orElse(null),
                times.requestedAt(),
                times.answeredAt().orElse(null),
                times.endedAt().orElse(null),
                call.endReason().orElse(null),
                call.duration(Instant.now()).toSeconds(),
                QualityView.of(call.quality()),
                call.version());
    }

    /** Known once the session is somebody's; an offer names nobody. */
    private static Optional<String> staffName(Session session, Call call) {
        return session.staff().filter(staff -> call.isWith(staff.id())).map(Session.Staff::name);
    }
}
