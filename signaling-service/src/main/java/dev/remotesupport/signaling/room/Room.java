package dev.remotesupport.signaling.room;

import dev.remotesupport.contracts.Capability;
import dev.remotesupport.contracts.LeaveReason;
import dev.remotesupport.contracts.Protocol;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.contracts.event.GrantRevoked;
import dev.remotesupport.contracts.event.SessionAssigned;
import dev.remotesupport.contracts.event.SessionEnded;
import dev.remotesupport.contracts.event.SessionEvent;
import dev.remotesupport.contracts.signal.Resume;
import dev.remotesupport.contracts.signal.SessionSummary;
import dev.remotesupport.contracts.signal.SignalFromClient;
import dev.remotesupport.contracts.signal.SignalFromClient.Hello;
import dev.remotesupport.contracts.signal.SignalFromServer.ParticipantChanged;
import dev.remotesupport.contracts.signal.SignalFromServer.ParticipantJoined;
import dev.remotesupport.contracts.signal.SignalFromServer.ParticipantLeft;
import dev.remotesupport.contracts.signal.SignalFromServer.SessionChanged;
import dev.remotesupport.contracts.signal.SignalFromServer.Welcome;
import dev.remotesupport.signaling.cobrowse.Stage;
import dev.remotesupport.signaling.grant.Consent;
import dev.remotesupport.signaling.lease.Lease;
import dev.remotesupport.signaling.participant.Member;
import dev.remotesupport.signaling.participant.Members;
import dev.remotesupport.signaling.session.Admission;
import dev.remotesupport.signaling.session.SessionRoom;
import dev.remotesupport.signaling.socket.Client;
import dev.remotesupport.signaling.socket.Refusal;
import java.time.Duration;
import java.time.Instant;
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
    private final Inheritance inheritance;
    private final Executor loop;
    private final RoomParts parts;
    private final Roll roll;
    private final Closing closing;
    private final Members members = new Members();
    private final Consent consent;
    private final Stage stage;
    private final Switchboard switchboard;
    private Standing standing = Standing.UNKNOWN;
    private boolean loading;
    private boolean closed;
    private long lastUsed = System.nanoTime();

    Room(Lease lease, Inheritance inheritance, Executor loop, RoomParts parts, Roll roll, Closing closing) {
        this.lease = lease;
        this.inheritance = inheritance;
        this.loop = loop;
        this.parts = parts;
        this.roll = roll;
        this.closing = closing;
        this.consent = new Consent(lease, members, loop, parts.sessions, parts.withdrawals, parts.config, this);
        this.stage = new Stage(members, () -> consent.grants().inForce(Capability.VIEW, Instant.now()), parts.meters);
        this.switchboard =
                new Switchboard(members, consent, stage, parts.meters, member -> remove(member, LeaveReason.LEFT));
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
        learn(admission);
        if (!client.isOpen()) {
            return;
        }
        var arrival = members.arrive(client, hello.page(), Instant.now());
        arrival.ifPresentOrElse(
                one -> welcome(client, hello, userAgent, one),
                () -> client.close(Refusal.ROOM_FULL, "Close another tab first."));
    }

    void receive(Client client, SignalFromClient signal) {
        if (closed) {
            return;
        }
        if (lease.isHeld()) {
            members.of(client).ifPresent(member -> switchboard.receive(member, client, signal));
        } else {
            closing.lost();
        }
    }

    /** A connection is closed; whoever it belonged to may come back. */
    void gone(Client client) {
        members.of(client).ifPresent(member -> {
            members.away(member, System.nanoTime());
            stage.away(member);
        });
    }

    void tick() {
        if (closed) {
            return;
        }
        long now = System.nanoTime();
        members.lost(now, parts.config.returnWithin()).forEach(member -> remove(member, LeaveReason.LOST));
        roll.tick(now);
        consent.tick(Instant.now());
        if (!members.isEmpty() || !roll.expectsNobody()) {
            lastUsed = now;
        }
        if (now - lastUsed > LINGER) {
            closing.empty();
        } else if (!standing.known() && !loading) {
            members.anybody().ifPresent(this::load);
        }
    }

    /** The session moved on, by an event that every replica hears. */
    void sessionEvent(SessionEvent event) {
        Standing before = standing;
        standing = standing.after(event);
        if (closed || before == standing) {
            return;
        }
        switch (event) {
            case SessionEnded ended -> end(ended.reason());
            case SessionAssigned assigned -> putOutOthers(assigned.staffId().toString());
            case GrantRevoked revoked -> consent.revokedElsewhere(revoked.capability(), revoked.at());
            default -> {}
        }
        if (!closed && before.state() != standing.state()) {
            members.tellAll(new SessionChanged(standing.state(), null));
        }
    }

    @Override
    public void revoked(Set<Capability> capabilities) {
        if (capabilities.contains(Capability.VIEW)) {
            stage.viewRevoked();
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
        members.all().forEach(member -> {
            member.client().ifPresent(client -> client.close(why, "Reconnect after a moment."));
            stage.left(member);
            members.remove(member);
        });
    }

    private void welcome(Client client, Hello hello, Optional<String> userAgent, Members.Arrival arrival) {
        Member member = arrival.member();
        client.onRestart(lane -> loop.execute(() -> stage.restart(member, lane)));
        client.send(new Welcome(
                Protocol.VERSION,
                lease.epoch(),
                member.id(),
                member.seat(),
                new SessionSummary(lease.session(), standing.state()),
                members.view(),
                consent.grants().list(Instant.now())));
        if (arrival.isNew()) {
            roll.joined(member, userAgent);
            members.tellOthers(member, new ParticipantJoined(member.view()));
        } else {
            members.tellOthers(member, new ParticipantChanged(member.view()));
        }
        if (member.seat() == Seat.CUSTOMER) {
            stage.tabJoined(member);
            consent.joined(member);
        } else {
            stage.technicianJoined(member, resume(hello));
        }
    }

    /** Numbers of another epoch mean nothing here. */
    private Optional<Resume> resume(Hello hello) {
        return Optional.ofNullable(hello.resume()).filter(resume -> resume.epoch() == lease.epoch());
    }

    private void remove(Member member, LeaveReason reason) {
        members.remove(member);
        stage.left(member);
        roll.left(member, reason);
        members.tellAll(new ParticipantLeft(member.id(), reason));
    }

    /** Whoever helped before helps no longer; leads may stay. */
    private void putOutOthers(String assignee) {
        members.all().stream()
                .filter(member -> member.seat() == Seat.TECHNICIAN && !member.isLead())
                .filter(member -> !member.caller().id().equals(assignee))
                .forEach(member -> {
                    member.client().ifPresent(client -> client.close(Refusal.REMOVED, "Another took over."));
                    remove(member, LeaveReason.REMOVED);
                });
    }

    private void end(String reason) {
        members.tellAll(new SessionChanged(SessionState.ENDED, reason));
        members.all().forEach(member -> roll.left(member, LeaveReason.ENDED));
        roll.ended(LeaveReason.ENDED);
        closing.ended();
    }

    private void load(Client client) {
        loading = true;
        parts.sessions
                .admit(lease.session(), client.authorization())
                .emitOn(loop)
                .subscribe()
                .with(admission -> {
                    loading = false;
                    learn(admission);
                });
    }

    private void learn(Admission admission) {
        if (standing.known() || !(admission instanceof Admission.Admitted(SessionRoom room))) {
            return;
        }
        var before = standing;
        standing = standing.loaded(room);
        consent.load(room.grants(), inheritance.withdrawn());
        if (before.state() != standing.state()) {
            members.tellAll(new SessionChanged(standing.state(), null));
        }
    }
}
