package dev.remotesupport.signaling.peer;

import dev.remotesupport.contracts.Capability;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.signal.PeerDelivery;
import dev.remotesupport.contracts.signal.PeerMessage;
import dev.remotesupport.contracts.signal.PictureState;
import dev.remotesupport.signaling.call.RoomCall;
import dev.remotesupport.signaling.grant.GrantPolicy;
import dev.remotesupport.signaling.grant.Grants;
import dev.remotesupport.signaling.participant.Member;
import dev.remotesupport.signaling.participant.Members;
import dev.remotesupport.signaling.relay.RelayMeters;
import dev.remotesupport.signaling.relay.RelayRule;
import dev.remotesupport.signaling.socket.Refusal;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One room's talk between a customer's tab and a technician about a live picture or a call. Nothing is kept: who comes late or comes
 * back says that it wants the picture. Touched only by the room's loop.
 */
public final class Peers {

    private final Members members;
    private final Members early;
    private final Grants grants;
    private final RoomCall call;
    private final RelayMeters meters;

    /** @param early those at whom the call rings, and who are not in the room yet */
    public Peers(Members members, Members early, Grants grants, RoomCall call, RelayMeters meters) {
        this.members = members;
        this.early = early;
        this.grants = grants;
        this.call = call;
        this.meters = meters;
    }

    /** A tab's connection is gone, and with it most likely the tab: technicians need not wait for the line to say so. */
    public void away(Member tab) {
        if (tab.seat() == Seat.CUSTOMER) {
            Stream.of(Capability.values())
                    .filter(one -> GrantPolicy.mayShow(one, grants, Instant.now()))
                    .map(one -> new PeerDelivery.State(tab.id(), one, PictureState.ENDED, "away"))
                    .forEach(state -> members.present(Seat.TECHNICIAN).forEach(one -> one.send(state)));
        }
    }

    /** Passes under the grant that the message names, or in a call, to somebody of the other seat who is here. */
    public void pass(Member from, PeerMessage message) {
        boolean calls = message.capability() == Capability.CALL;
        if (!calls && !GrantPolicy.mayShow(message.capability(), grants, Instant.now())) {
            from.refuse(Refusal.NOT_GRANTED, "Ask for it first.", RelayRule.PEER);
            return;
        }
        var other = members.get(message.to())
                .or(() -> calls ? early.get(message.to()) : Optional.empty())
                .filter(one -> one.isPresent() && one.seat() != from.seat());
        if (other.isEmpty()) {
            from.refuse(Refusal.PEER_UNKNOWN, "Wait until they are back.", RelayRule.PEER);
        } else if (calls && !call.connects(from, other.get())) {
            from.refuse(Refusal.NOT_GRANTED, "There is no call between you.", RelayRule.PEER);
        } else {
            other.get().send(PeerDelivery.of(from.id(), message));
            meters.relayed(RelayRule.PEER);
        }
    }
}
