package dev.remotesupport.signaling.peer;

import dev.remotesupport.contracts.Capability;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.signal.IceServer;
import dev.remotesupport.contracts.signal.PeerDelivery;
import dev.remotesupport.contracts.signal.PeerMessage;
import dev.remotesupport.contracts.signal.PictureState;
import dev.remotesupport.contracts.signal.SignalFromServer.PeerServers;
import dev.remotesupport.signaling.SignalingConfig;
import dev.remotesupport.signaling.grant.GrantPolicy;
import dev.remotesupport.signaling.grant.Grants;
import dev.remotesupport.signaling.participant.Member;
import dev.remotesupport.signaling.participant.Members;
import dev.remotesupport.signaling.relay.RelayMeters;
import dev.remotesupport.signaling.relay.RelayRule;
import dev.remotesupport.signaling.socket.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One room's talk between a customer's tab and a technician about a live picture. Nothing is kept: who comes late or comes
 * back says that it wants the picture. Touched only by the room's loop.
 */
public final class Peers {

    private final Members members;
    private final Grants grants;
    private final RelayMeters meters;
    private final Optional<PeerServers> servers;

    public Peers(Members members, Grants grants, RelayMeters meters, SignalingConfig config) {
        this.members = members;
        this.grants = grants;
        this.meters = meters;
        this.servers = config.iceServers()
                .filter(urls -> !urls.isEmpty())
                .map(urls -> new PeerServers(
                        urls.stream().map(url -> new IceServer(List.of(url))).toList()));
    }

    /** By which servers this one may find its peers. */
    public void welcome(Member member) {
        servers.ifPresent(member::send);
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

    /** Passes under the grant that the message names, to somebody of the other seat who is here. */
    public void pass(Member from, PeerMessage message) {
        if (!GrantPolicy.mayShow(message.capability(), grants, Instant.now())) {
            from.refuse(Refusal.NOT_GRANTED, "Ask for it first.", RelayRule.PEER);
            return;
        }
        members.get(message.to())
                .filter(other -> other.isPresent() && other.seat() != from.seat())
                .ifPresentOrElse(
                        other -> {
                            other.send(PeerDelivery.of(from.id(), message));
                            meters.relayed(RelayRule.PEER);
                        },
                        () -> from.refuse(Refusal.PEER_UNKNOWN, "Wait until they are back.", RelayRule.PEER));
    }
}
