package dev.remotesupport.signaling.room;

import dev.remotesupport.contracts.signal.ControlCommand;
import dev.remotesupport.contracts.signal.PeerMessage;
import dev.remotesupport.contracts.signal.SignalFromClient;
import dev.remotesupport.contracts.signal.SignalFromServer.ParticipantChanged;
import dev.remotesupport.contracts.signal.SignalFromServer.Pong;
import dev.remotesupport.signaling.cobrowse.Stage;
import dev.remotesupport.signaling.control.Holding;
import dev.remotesupport.signaling.control.RemoteControl;
import dev.remotesupport.signaling.grant.Consent;
import dev.remotesupport.signaling.grant.GrantPolicy;
import dev.remotesupport.signaling.participant.Member;
import dev.remotesupport.signaling.participant.Members;
import dev.remotesupport.signaling.peer.Peers;
import dev.remotesupport.signaling.relay.RelayMeters;
import dev.remotesupport.signaling.relay.RelayRule;
import dev.remotesupport.signaling.socket.Client;
import dev.remotesupport.signaling.socket.Refusal;
import java.time.Instant;
import java.util.function.Consumer;

/** Decides once about every message in a room whether it may pass, and passes it where it belongs. */
final class Switchboard {

    private final Members members;
    private final Consent consent;
    private final Stage stage;
    private final RemoteControl control;
    private final Holding holding;
    private final Peers peers;
    private final RelayMeters meters;
    private final Consumer<Member> onLeave;

    /** @param onLeave when somebody wishes to be gone for good */
    Switchboard(
            Members members,
            Consent consent,
            Stage stage,
            Holding holding,
            Peers peers,
            RelayMeters meters,
            Consumer<Member> onLeave) {
        this.members = members;
        this.consent = consent;
        this.stage = stage;
        this.holding = holding;
        this.control = new RemoteControl(members, stage, holding, meters);
        this.peers = peers;
        this.meters = meters;
        this.onLeave = onLeave;
    }

    void receive(Member member, Client client, SignalFromClient signal) {
        RelayRule rule = RelayRule.of(signal);
        if (!rule.maySay(member.seat())) {
            client.close(Refusal.WRONG_SEAT, "Your seat does not say " + rule.type() + ".");
        } else if (GrantPolicy.mayPass(rule, consent.grants(), Instant.now())) {
            pass(member, client, signal);
        } else {
            withhold(member, signal, rule);
        }
    }

    private void pass(Member member, Client client, SignalFromClient signal) {
        switch (signal) {
            case SignalFromClient.CobrowseEvents events -> stage.recorded(member, events);
            case SignalFromClient.CobrowseAsset asset -> stage.asset(member, asset);
            case SignalFromClient.PointerMove move -> stage.point(member, move);
            case SignalFromClient.PointerDraw draw -> stage.draw(member, draw);
            case ControlCommand command -> control.command(member, command);
            case SignalFromClient.ControlHover hover -> stage.hover(member, hover);
            case SignalFromClient.ControlResult result -> control.result(member, result);
            case SignalFromClient.ControlTake take -> holding.take(member, Instant.now());
            case SignalFromClient.ControlYield answer -> holding.answer(member, answer);
            case SignalFromClient.CobrowseWatch watch -> stage.watch(member, watch.participant());
            case SignalFromClient.CobrowseUnwatch unwatch -> stage.unwatch(member);
            case SignalFromClient.CobrowseRefresh refresh -> stage.refresh(member, refresh);
            case SignalFromClient.GrantRequest request -> consent.request(member, request);
            case SignalFromClient.GrantAnswer answer -> consent.answer(member, answer);
            case SignalFromClient.GrantRevoke revoke -> consent.revoke(member, revoke.capability());
            case PeerMessage message -> peers.pass(member, message);
            case SignalFromClient.PageChanged page -> {
                member.show(page.page());
                members.tellOthers(member, new ParticipantChanged(member.view()));
            }
            case SignalFromClient.Leave leave -> {
                onLeave.accept(member);
                client.leave();
            }
            case SignalFromClient.Ping ping -> member.send(new Pong());
            case SignalFromClient.Hello again -> client.close(Refusal.SECOND_HELLO, "It came before.");
            case SignalFromClient.TokenRenew renew ->
                throw new IllegalStateException("tokens are renewed before the room");
        }
    }

    /** The customer's consent is missing, or was taken back while the message was on its way: no reason to part. */
    private void withhold(Member member, SignalFromClient signal, RelayRule rule) {
        switch (signal) {
            case ControlCommand command -> control.refuse(member, command);
            case SignalFromClient.CobrowseEvents events -> {
                meters.refused(rule);
                stage.withheld(member, events);
            }
            default -> meters.refused(rule);
        }
    }
}
