package dev.remotesupport.signaling.room;

import dev.remotesupport.contracts.Capability;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.signal.Participant;
import dev.remotesupport.contracts.signal.PeerMessage;
import dev.remotesupport.contracts.signal.SignalFromClient;
import dev.remotesupport.contracts.signal.SignalFromClient.Hello;
import dev.remotesupport.contracts.signal.SignalFromServer.ParticipantChanged;
import dev.remotesupport.contracts.signal.SignalFromServer.ParticipantJoined;
import dev.remotesupport.contracts.signal.SignalFromServer.ParticipantLeft;
import dev.remotesupport.contracts.signal.SignalFromServer.Pong;
import dev.remotesupport.signaling.call.RoomCall;
import dev.remotesupport.signaling.participant.Member;
import dev.remotesupport.signaling.participant.Members;
import dev.remotesupport.signaling.peer.Peers;
import dev.remotesupport.signaling.relay.RelayRule;
import dev.remotesupport.signaling.socket.Client;
import dev.remotesupport.signaling.socket.Refusal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Technicians at whom the session's call rings: in front of the room. They see no more of it than with which tabs of the customer they
 * could speak, and say no more than what two browsers need to be ready once they answer. Touched only by the room's loop.
 */
final class Doorstep {

    private final Members early;
    private final Members inside;
    private final RoomCall call;
    private final Peers peers;
    private final Map<UUID, Knock> knocks = new HashMap<>();

    /** How somebody came, who may be let in later. */
    record Knock(Hello hello, Optional<String> userAgent) {}

    /** @param early those who stand here, for whoever passes on what they say */
    Doorstep(Members early, Members inside, RoomCall call, Peers peers) {
        this.early = early;
        this.inside = inside;
        this.call = call;
        this.peers = peers;
    }

    /** Empty when too many stand here. */
    Optional<Member> arrive(Client client, Knock knock) {
        return early.arrive(client, null, Instant.now()).map(arrival -> {
            knocks.put(arrival.member().id(), knock);
            return arrival.member();
        });
    }

    /** How this client came, if it stands here. */
    Optional<Knock> knock(Client client) {
        return early.of(client).map(member -> knocks.get(member.id()));
    }

    /** Goes in, or away. */
    void leave(Client client) {
        early.of(client).ifPresent(this::remove);
    }

    void receive(Client client, SignalFromClient signal) {
        early.of(client).ifPresent(member -> {
            switch (signal) {
                case PeerMessage message when message.capability() == Capability.CALL -> peers.pass(member, message);
                case SignalFromClient.Ping ping -> member.send(new Pong());
                case SignalFromClient.Leave leave -> {
                    remove(member);
                    client.leave();
                }
                default -> member.refuse(Refusal.NOT_GRANTED, "Answer the call first.", RelayRule.of(signal));
            }
        });
    }

    /** The tabs of the customer, without what they show. */
    List<Participant> tabs() {
        return inside.all().stream()
                .filter(member -> member.seat() == Seat.CUSTOMER)
                .map(Doorstep::discreet)
                .toList();
    }

    void tabJoined(Member tab, boolean isNew) {
        early.tellAll(isNew ? new ParticipantJoined(discreet(tab)) : new ParticipantChanged(discreet(tab)));
    }

    void left(ParticipantLeft left) {
        early.tellAll(left);
    }

    /** Whoever it rings at no more has no business here; whoever has answered comes in. */
    void callMoved() {
        early.all().forEach(member -> {
            if (call.isOf(member.caller())) {
                call.welcome(member);
            } else {
                putOut(member, Refusal.REMOVED);
            }
        });
    }

    void close(Refusal why) {
        early.all().forEach(member -> putOut(member, why));
    }

    private void putOut(Member member, Refusal why) {
        member.client().ifPresent(client -> client.close(why, "The call does not ring at you any more."));
        remove(member);
    }

    private void remove(Member member) {
        early.remove(member);
        knocks.remove(member.id());
    }

    private static Participant discreet(Member tab) {
        return new Participant(tab.id(), tab.seat(), tab.caller().name(), null, tab.since(), 0, null);
    }
}
