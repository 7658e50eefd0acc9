package dev.remotesupport.signaling.room;

import dev.remotesupport.contracts.LeaveReason;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.signaling.participant.Attendance.LeftBehind;
import dev.remotesupport.signaling.participant.Member;
import dev.remotesupport.signaling.participant.Register;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Announces coming and going, once each: who was announced by the room's last owner and comes back in time was never away
 * for the other services. Touched only by the room's loop.
 */
final class Roll {

    private static final Logger LOG = Logger.getLogger(Roll.class);

    private final UUID session;
    private final Register register;
    private final Map<UUID, Seat> expected = new HashMap<>();
    private final long expectedUntil;

    Roll(UUID session, Register register, List<LeftBehind> leftBehind, Duration returnWithin) {
        this.session = session;
        this.register = register;
        this.expectedUntil = System.nanoTime() + returnWithin.toNanos();
        leftBehind.forEach(one -> expected.put(one.participant(), one.seat()));
    }

    void joined(Member member, Optional<String> userAgent) {
        if (expected.remove(member.id()) == null) {
            register.joined(member, userAgent);
        }
        LOG.infof("participant joined sessionId=%s participant=%s seat=%s", session, member.id(), member.seat());
    }

    void left(Member member, LeaveReason reason) {
        register.left(member.id(), member.seat(), reason);
        LOG.infof("participant left sessionId=%s participant=%s reason=%s", session, member.id(), reason);
    }

    /** Those whom the last owner announced and who did not come back in time. */
    void tick(long nanoTime) {
        if (nanoTime - expectedUntil >= 0) {
            ended(LeaveReason.LOST);
        }
    }

    void ended(LeaveReason reason) {
        expected.forEach((participant, seat) -> register.left(participant, seat, reason));
        expected.clear();
    }

    boolean expectsNobody() {
        return expected.isEmpty();
    }
}
