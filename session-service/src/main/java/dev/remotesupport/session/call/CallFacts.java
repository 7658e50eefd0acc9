package dev.remotesupport.session.call;

import dev.remotesupport.contracts.event.CallAnswered;
import dev.remotesupport.contracts.event.CallEnded;
import dev.remotesupport.contracts.event.CallEvent;
import dev.remotesupport.contracts.event.CallQueued;
import dev.remotesupport.contracts.event.CallRinging;
import dev.remotesupport.contracts.event.CallTransferred;

/** What the rest of the suite learns of a call that has just begun or moved. */
final class CallFacts {

    private CallFacts() {}

    static CallEvent queued(Call call) {
        return new CallQueued(
                call.organisation(), call.id(), call.version(), call.times().changedAt(), call.session());
    }

    static CallEvent moved(Call call, CallCommand command) {
        return switch (command) {
            case CallCommand.Queue queue -> queued(call);
            case CallCommand.Ring ring -> ringing(call);
            case CallCommand.Answer answer ->
                new CallAnswered(
                        call.organisation(),
                        call.id(),
                        call.version(),
                        call.times().changedAt(),
                        call.session(),
                        answer.staffId(),
                        call.times().answeredAt().orElseThrow());
            case CallCommand.HandOver handOver ->
                new CallTransferred(
                        call.organisation(),
                        call.id(),
                        call.version(),
                        call.times().changedAt(),
                        call.session(),
                        handOver.staffId(),
                        call.state(),
                        call.ring().map(Call.Ring::at).orElse(null),
                        call.ring().map(Call.Ring::expiresAt).orElse(null));
            case CallCommand.Decline decline -> ended(call);
            case CallCommand.End end -> ended(call);
        };
    }

    private static CallEvent ringing(Call call) {
        var ring = call.ring().orElseThrow();
        return new CallRinging(
                call.organisation(),
                call.id(),
                call.version(),
                call.times().changedAt(),
                call.session(),
                call.staff().orElseThrow(),
                ring.at(),
                ring.expiresAt());
    }

    private static CallEvent ended(Call call) {
        var endedAt = call.times().endedAt().orElseThrow();
        return new CallEnded(
                call.organisation(),
                call.id(),
                call.version(),
                call.times().changedAt(),
                call.session(),
                call.state().outcome().orElseThrow(),
                call.endReason().orElseThrow(),
                call.times().answeredAt().orElse(null),
                endedAt,
                call.duration(endedAt).toSeconds(),
                call.quality().score().orElse(null));
    }
}
