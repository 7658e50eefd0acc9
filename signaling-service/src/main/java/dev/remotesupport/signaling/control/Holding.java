package dev.remotesupport.signaling.control;

import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.signal.SignalFromClient.ControlYield;
import dev.remotesupport.contracts.signal.SignalFromServer.ControlAsked;
import dev.remotesupport.contracts.signal.SignalFromServer.ControlHeld;
import dev.remotesupport.signaling.participant.Member;
import dev.remotesupport.signaling.participant.Members;
import dev.remotesupport.signaling.relay.RelayRule;
import dev.remotesupport.signaling.socket.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which technician controls: one at a time, the others watch. Whoever was given it, or acts first, has it; another asks, and
 * has it after a Yes, or when nobody answers. Touched only by the room's loop.
 */
public final class Holding {

    private final Members members;
    private final Duration answerWithin;
    private UUID holder;
    private Asked asked;

    private record Asked(UUID by, Instant expiresAt) {}

    public Holding(Members members, Duration answerWithin) {
        this.members = members;
        this.answerWithin = answerWithin;
    }

    /** What somebody who comes has to know. */
    public Optional<ControlHeld> told() {
        return Optional.ofNullable(holder).map(ControlHeld::new);
    }

    public boolean mayControl(Member technician) {
        return holder == null || technician.id().equals(holder);
    }

    /** It is this technician's from now on. */
    public void give(Member technician) {
        asked = null;
        if (!technician.id().equals(holder)) {
            holder = technician.id();
            members.tellAll(new ControlHeld(holder));
        }
    }

    /** Asks whoever controls; somebody who is not here is not asked. */
    public void take(Member technician, Instant now) {
        Optional<Member> holding = present(holder);
        if (holding.isEmpty() || mayControl(technician)) {
            give(technician);
        } else if (asked != null && !asked.by().equals(technician.id())) {
            technician.refuse(Refusal.CONTROL_HELD, "Another one is asking already.", RelayRule.CONTROL_TAKE);
        } else {
            asked = new Asked(technician.id(), now.plus(answerWithin));
            holding.get().send(new ControlAsked(asked.by(), asked.expiresAt()));
        }
    }

    public void answer(Member technician, ControlYield answer) {
        if (!technician.id().equals(holder) || asked == null || !asked.by().equals(answer.to())) {
            technician.refuse(Refusal.REQUEST_UNKNOWN, "It ran out or was answered.", RelayRule.CONTROL_YIELD);
            return;
        }
        asked = null;
        present(answer.to()).ifPresent(other -> {
            if (answer.allowed()) {
                give(other);
            } else {
                other.refuse(Refusal.CONTROL_HELD, "They go on for now.", RelayRule.CONTROL_TAKE);
            }
        });
    }

    /** Nobody answered: whoever asked has it. */
    public void tick(Instant now) {
        if (asked != null && !now.isBefore(asked.expiresAt())) {
            Optional<Member> waiting = present(asked.by());
            asked = null;
            waiting.ifPresent(this::give);
        }
    }

    public void left(Member member) {
        if (asked != null && asked.by().equals(member.id())) {
            asked = null;
        }
        if (!member.id().equals(holder)) {
            return;
        }
        Optional<Member> next = Optional.ofNullable(asked).flatMap(waiting -> present(waiting.by()));
        next.ifPresentOrElse(this::give, this::free);
    }

    /** Nobody may control any more. */
    public void free() {
        asked = null;
        if (holder != null) {
            holder = null;
            members.tellAll(new ControlHeld(null));
        }
    }

    private Optional<Member> present(UUID id) {
        return Optional.ofNullable(id)
                .flatMap(members::get)
                .filter(member -> member.isPresent() && member.seat() == Seat.TECHNICIAN);
    }
}
