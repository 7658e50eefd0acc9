package dev.remotesupport.signaling.call;

import dev.remotesupport.contracts.CallState;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.event.CallAnswered;
import dev.remotesupport.contracts.event.CallEnded;
import dev.remotesupport.contracts.event.CallEvent;
import dev.remotesupport.contracts.event.CallQueued;
import dev.remotesupport.contracts.event.CallRinging;
import dev.remotesupport.contracts.event.CallTransferred;
import dev.remotesupport.contracts.signal.SignalFromServer.CallChanged;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.signaling.participant.Member;
import dev.remotesupport.signaling.participant.Members;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The newest call of one room's session, as session-service tells of it. A session has one call at a time; those before it
 * are remembered by their ids, as what is said of them may come late. Touched only by the room's loop.
 */
public final class RoomCall {

    private final Members members;
    private final Set<UUID> past = new HashSet<>();
    private Optional<CallChanged> newest = Optional.empty();

    public RoomCall(Members members) {
        this.members = members;
    }

    /** What session-service answered when somebody came in. */
    public void learn(CallChanged stored) {
        if (isNews(stored.call(), stored.version())) {
            become(stored);
        }
    }

    public void hear(CallEvent event) {
        if (isNews(event.callId(), event.version())) {
            become(after(event, newest.filter(known -> known.call().equals(event.callId()))));
        }
    }

    /** Whoever comes in while there is one hears of it. */
    public void welcome(Member member) {
        newest.filter(call -> !call.state().isOver()).ifPresent(member::send);
    }

    /**
     * Whether these two speak with each other: a tab of the customer, and whoever of the staff has the call. While it rings they make
     * ready for that.
     */
    public boolean connects(Member one, Member other) {
        return newest.filter(call -> call.state() == CallState.ACTIVE || call.state() == CallState.RINGING)
                        .isPresent()
                && (takesPart(one) && takesPart(other));
    }

    /** Whether the call rings at this member of the staff. */
    public boolean ringsAt(Caller caller) {
        return newest.filter(call -> call.state() == CallState.RINGING && call.ringsAt() == Seat.TECHNICIAN)
                        .isPresent()
                && isOf(caller);
    }

    /** Whether this member of the staff has the call, or is called by it. */
    public boolean isOf(Caller caller) {
        return newest.map(CallChanged::staffId)
                .filter(staff -> staff.toString().equals(caller.id()))
                .isPresent();
    }

    private boolean takesPart(Member member) {
        return member.seat() == Seat.CUSTOMER || isOf(member.caller());
    }

    private boolean isNews(UUID call, long version) {
        return !past.contains(call)
                && newest.filter(known -> known.call().equals(call))
                        .map(known -> version > known.version())
                        .orElse(true);
    }

    private void become(CallChanged call) {
        newest.filter(before -> !before.call().equals(call.call())).ifPresent(before -> past.add(before.call()));
        newest = Optional.of(call);
        members.tellAll(call);
    }

    private static CallChanged after(CallEvent event, Optional<CallChanged> before) {
        Instant answeredAt = before.map(CallChanged::answeredAt).orElse(null);
        return switch (event) {
            case CallQueued queued -> call(queued, CallState.QUEUED, null, answeredAt);
            case CallRinging ringing ->
                new CallChanged(
                        ringing.callId(),
                        CallState.RINGING,
                        ringing.version(),
                        ringing.staffId(),
                        ringing.ringsAt(),
                        ringing.expiresAt(),
                        answeredAt,
                        null);
            case CallAnswered answered -> call(answered, CallState.ACTIVE, answered.staffId(), answered.answeredAt());
            case CallTransferred transferred ->
                new CallChanged(
                        transferred.callId(),
                        transferred.state(),
                        transferred.version(),
                        transferred.staffId(),
                        transferred.ringsAt(),
                        transferred.expiresAt(),
                        answeredAt,
                        null);
            case CallEnded ended ->
                new CallChanged(
                        ended.callId(),
                        CallState.after(ended.outcome()),
                        ended.version(),
                        before.map(CallChanged::staffId).orElse(null),
                        null,
                        null,
                        ended.answeredAt(),
                        ended.reason());
        };
    }

    private static CallChanged call(CallEvent event, CallState state, UUID staff, Instant answeredAt) {
        return new CallChanged(event.callId(), state, event.version(), staff, null, null, answeredAt, null);
    }
}
