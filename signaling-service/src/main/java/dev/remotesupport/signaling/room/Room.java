package dev.remotesupport.signaling.room;

import dev.remotesupport.contracts.Capability;
import dev.remotesupport.contracts.Grant;
import dev.remotesupport.contracts.LeaveReason;
import dev.remotesupport.contracts.Protocol;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.contracts.event.CallEvent;
import dev.remotesupport.contracts.event.GrantRevoked;
import dev.remotesupport.contracts.event.SessionAssigned;
import dev.remotesupport.contracts.event.SessionEnded;
import dev.remotesupport.contracts.event.SessionEvent;
import dev.remotesupport.contracts.event.SessionIdleWarned;
import dev.remotesupport.contracts.event.SessionQueued;
import dev.remotesupport.contracts.signal.Participant;
import dev.remotesupport.contracts.signal.Resume;
import dev.remotesupport.contracts.signal.SessionSummary;
import dev.remotesupport.contracts.signal.SignalFromClient;
import dev.remotesupport.contracts.signal.SignalFromClient.Hello;
import dev.remotesupport.contracts.signal.SignalFromServer.ParticipantChanged;
import dev.remotesupport.contracts.signal.SignalFromServer.ParticipantJoined;
import dev.remotesupport.contracts.signal.SignalFromServer.ParticipantLeft;
import dev.remotesupport.contracts.signal.SignalFromServer.SessionChanged;
import dev.remotesupport.contracts.signal.SignalFromServer.SessionIdle;
import dev.remotesupport.contracts.signal.SignalFromServer.Welcome;
import dev.remotesupport.signaling.call.RoomCall;
import dev.remotesupport.signaling.cobrowse.Stage;
import dev.remotesupport.signaling.control.Holding;
import dev.remotesupport.signaling.grant.Consent;
import dev.remotesupport.signaling.lease.Lease;
import dev.remotesupport.signaling.participant.Member;
import dev.remotesupport.signaling.participant.Members;
import dev.remotesupport.signaling.peer.Directions;
import dev.remotesupport.signaling.peer.Peers;
import dev.remotesupport.signaling.session.Admission;
import dev.remotesupport.signaling.socket.Client;
import dev.remotesupport.signaling.socket.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Where the participants of one session meet, while this replica holds the lease. Everything here happens on the room's
 * loop, one thing after another, so there are no locks and no doubt what came first: after a revocation nothing passes.
 */
final class Room implements Consent.Listener {

    /** An empty room stays open so long: whoever just reloads finds everything as it was, and who comes first finds it. */
    private static final long LINGER = Duration.ofSeconds(5).toNanos();

    private final Lease lease;
    private final Executor loop;
    private final RoomParts parts;
    private final Roll roll;
    private final Closing closing;
    private final Members members = new Members();
    private final Members early = new Members();
    private final Consent consent;
    private final Stage stage;
    private final Holding holding;
    private final Switchboard switchboard;
    private final Progress progress;
    private final Technicians technicians;
    private final Waiting waiting;
    private final RoomCall call;
    private final Peers peers;
    private final Doorstep doorstep;
    private final Directions directions;
    private boolean closed;
    private long lastUsed = System.nanoTime();

    Room(Lease lease, Inheritance inheritance, Executor loop, RoomParts parts, Roll roll, Closing closing) {
        this.lease = lease;
        this.loop = loop;
        this.parts = parts;
        this.roll = roll;
        this.closing = closing;
        this.consent = new Consent(lease, members, loop, parts.sessions, parts.withdrawals, parts.config, this);
        this.stage = new Stage(
                members,
                () -> consent.grants().inForce(Capability.VIEW, Instant.now()),
                parts.meters,
                parts.config.pausedAfter());
        this.waiting = new Waiting(lease, members, loop, parts.queue);
        this.progress = new Progress(lease, inheritance, loop, parts.sessions, members, consent, waiting::update);
        this.technicians = new Technicians(
                lease, loop, parts.sessions, members, consent, member -> remove(member, LeaveReason.REMOVED));
        this.holding = new Holding(members, parts.config.answerWithin());
        this.call = new RoomCall(members);
        this.peers = new Peers(members, early, consent.grants(), call, parts.meters);
        this.doorstep = new Doorstep(early, members, call, peers);
        this.directions =
                new Directions(members, inheritance.ice(), () -> parts.iceServers.of(lease.organisation()), loop);
        this.switchboard = new Switchboard(
                members, consent, stage, holding, peers, parts.meters, member -> remove(member, LeaveReason.LEFT));
    }

    /** Lets a client in whom session-service admits, or whom it could not be asked about. */
    void enter(Client client, Hello hello, Optional<String> userAgent, Admission admission) {
        if (closed || !lease.isHeld()) {
            client.close(Refusal.MOVED, "Reconnect at once.");
            return;
        }
        if (admission instanceof Admission.Refused(var why)) {
            client.close(why, "Ask for a new session.");
            if (why == Refusal.SESSION_ENDED) {
                sessionEnded();
            }
            return;
        }
        progress.learn(admission);
        if (admission instanceof Admission.Admitted(var stored) && stored.call() != null) {
            call.learn(stored.call().asNews());
            doorstep.callMoved();
        }
        if (!client.isOpen()) {
            return;
        }
        var refusal = technicians.refusal(client.caller(), admission);
        if (refusal.isPresent()) {
            client.close(refusal.get(), "Only who has the session comes in.");
            return;
        }
        doorstep.leave(client);
        var arrival = members.arrive(client, hello.page(), Instant.now());
        arrival.ifPresentOrElse(
                one -> welcome(client, hello, userAgent, one),
                () -> client.close(Refusal.ROOM_FULL, "Close another tab first."));
    }

    /** Lets a client as far as the doorstep at whom the call rings; where that is not known yet, it comes back. */
    void enterEarly(Client client, Doorstep.Knock knock) {
        if (closed || !lease.isHeld()) {
            client.close(Refusal.MOVED, "Reconnect at once.");
        } else if (!call.ringsAt(client.caller())) {
            client.close(Refusal.AWAY, "The call does not ring at you, or not yet.");
        } else if (client.isOpen()) {
            doorstep.arrive(client, knock)
                    .ifPresentOrElse(
                            this::greetEarly, () -> client.close(Refusal.ROOM_FULL, "Too many are called at once."));
        }
    }

    /** How a client came that stands on the doorstep. */
    Optional<Doorstep.Knock> knock(Client client) {
        return doorstep.knock(client);
    }

    void receive(Client client, SignalFromClient signal) {
        if (closed) {
            return;
        }
        if (lease.isHeld()) {
            members.of(client)
                    .ifPresentOrElse(
                            member -> switchboard.receive(member, client, signal),
                            () -> doorstep.receive(client, signal));
        } else {
            closing.lost();
        }
    }

    /** A connection is closed; whoever it belonged to may come back. */
    void gone(Client client) {
        doorstep.leave(client);
        members.of(client).ifPresent(member -> {
            members.away(member, System.nanoTime());
            stage.away(member);
            peers.away(member);
            waiting.update(progress.standing());
        });
    }

    void tick() {
        if (closed) {
            return;
        }
        long now = System.nanoTime();
        members.lost(now, parts.config.returnWithin()).forEach(member -> remove(member, LeaveReason.LOST));
        stage.tick(now);
        roll.tick(now);
        consent.tick(Instant.now());
        holding.tick(Instant.now());
        directions.tick(Instant.now());
        if (!members.isEmpty() || !roll.expectsNobody()) {
            lastUsed = now;
        }
        if (now - lastUsed > LINGER) {
            closing.empty();
        } else {
            progress.loadIfUnknown();
        }
    }

    /** The session moved on, by an event that every replica hears. */
    void sessionEvent(SessionEvent event) {
        SessionState before = progress.standing().state();
        if (closed || !progress.hears(event)) {
            return;
        }
        switch (event) {
            case SessionEnded ended -> end(ended.reason());
            case SessionAssigned assigned -> technicians.handedOver(assigned, Optional.of(assigned.staffId()), before);
            case SessionQueued queued -> technicians.handedOver(queued, Optional.empty(), before);
            case SessionIdleWarned warned -> members.tellAll(new SessionIdle(warned.endsAt()));
            case GrantRevoked revoked -> consent.revokedElsewhere(revoked.capability(), revoked.at());
            default -> {}
        }
        if (!closed) {
            progress.moved(before);
        }
    }

    /** What became of the session's call, by an event that every replica hears. */
    void callEvent(CallEvent event) {
        if (!closed) {
            call.hear(event);
            doorstep.callMoved();
        }
    }

    /** What session-service tells directly: the same, or, being no news, that teams have changed. */
    void told(SessionEvent event) {
        var news = event.version() > progress.standing().version();
        sessionEvent(event);
        if (!news && !closed) {
            technicians.askForLeads();
        }
    }

    @Override
    public void given(Capability capability, Member technician) {
        if (capability == Capability.CONTROL) {
            holding.give(technician);
        }
    }

    @Override
    public void revoked(Set<Capability> capabilities) {
        if (capabilities.contains(Capability.VIEW)) {
            stage.viewRevoked();
        }
        if (capabilities.contains(Capability.CONTROL)) {
            holding.free();
        }
    }

    @Override
    public void sessionEnded() {
        if (!closed) {
            end(null);
        }
    }

    /** Closes every connection. Those who were here are announced as left only if the session is over. */
    void close(Refusal why) {
        closed = true;
        waiting.stop();
        doorstep.close(why);
        members.all().forEach(member -> {
            member.client().ifPresent(client -> client.close(why, "Reconnect after a moment."));
            stage.left(member);
            members.remove(member);
        });
    }

    private void welcome(Client client, Hello hello, Optional<String> userAgent, Members.Arrival arrival) {
        Member member = arrival.member();
        member.canShow(hello.can());
        client.onRestart(lane -> loop.execute(() -> stage.restart(member, lane)));
        greet(member, members.view(), consent.grants().list(Instant.now()));
        holding.told().ifPresent(client::send);
        directions.welcome(member);
        call.welcome(member);
        if (arrival.isNew()) {
            roll.joined(member, userAgent);
            members.tellOthers(member, new ParticipantJoined(member.view()));
        } else {
            members.tellOthers(member, new ParticipantChanged(member.view()));
        }
        if (member.seat() == Seat.CUSTOMER) {
            doorstep.tabJoined(member, arrival.isNew());
            stage.tabJoined(member);
            consent.joined(member);
            waiting.joined(member);
            waiting.update(progress.standing());
        } else {
            stage.technicianJoined(member, resume(hello));
        }
    }

    private void greetEarly(Member member) {
        greet(member, doorstep.tabs(), List.of());
        directions.welcome(member);
        call.welcome(member);
    }

    private void greet(Member member, List<Participant> others, List<Grant> grants) {
        member.send(new Welcome(
                Protocol.VERSION,
                lease.epoch(),
                member.id(),
                member.seat(),
                new SessionSummary(lease.session(), progress.standing().state()),
                others,
                grants));
    }

    /** Numbers of another epoch mean nothing here. */
    private Optional<Resume> resume(Hello hello) {
        return Optional.ofNullable(hello.resume()).filter(resume -> resume.epoch() == lease.epoch());
    }

    private void remove(Member member, LeaveReason reason) {
        members.remove(member);
        stage.left(member);
        holding.left(member);
        roll.left(member, reason);
        var left = new ParticipantLeft(member.id(), reason);
        members.tellAll(left);
        doorstep.left(left);
    }

    private void end(String reason) {
        members.tellAll(new SessionChanged(SessionState.ENDED, reason));
        members.all().forEach(member -> roll.left(member, LeaveReason.ENDED));
        roll.ended(LeaveReason.ENDED);
        closing.ended();
    }
}
