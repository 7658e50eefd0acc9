package dev.remotesupport.signaling.grant;

import dev.remotesupport.contracts.Capability;
import dev.remotesupport.contracts.Grant;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.signal.GrantOutcome;
import dev.remotesupport.contracts.signal.SignalFromClient.GrantAnswer;
import dev.remotesupport.contracts.signal.SignalFromClient.GrantRequest;
import dev.remotesupport.contracts.signal.SignalFromServer.GrantChanged;
import dev.remotesupport.contracts.signal.SignalFromServer.GrantRequested;
import dev.remotesupport.signaling.SignalingConfig;
import dev.remotesupport.signaling.lease.Lease;
import dev.remotesupport.signaling.participant.Member;
import dev.remotesupport.signaling.participant.Members;
import dev.remotesupport.signaling.relay.RelayRule;
import dev.remotesupport.signaling.session.Sessions;
import dev.remotesupport.signaling.socket.Client;
import dev.remotesupport.signaling.socket.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** One room's asking for, giving and taking back of consent. Touched only by the room's loop. */
public final class Consent {

    private final Lease lease;
    private final Members members;
    private final Executor loop;
    private final Sessions sessions;
    private final Revoking revoking;
    private final SignalingConfig config;
    private final Listener listener;
    private final Grants grants = new Grants();
    private final Map<UUID, Request> open = new LinkedHashMap<>();
    private final Map<Capability, Member> askedBy = new EnumMap<>(Capability.class);
    private final Map<Capability, Integer> revocations = new EnumMap<>(Capability.class);

    /** What the room does about it. */
    public interface Listener {

        /** The customer said Yes to this technician. */
        void given(Capability capability, Member technician);

        /** From now on nothing under this capability passes; what was kept under it is to be forgotten. */
        void revoked(Set<Capability> capabilities);

        /** session-service says so. */
        void sessionEnded();
    }

    private record Request(UUID id, Member technician, GrantRequest ask, Instant expiresAt) {

        GrantRequested told() {
            return new GrantRequested(id, ask.capability(), technician.caller().name(), ask.reason(), expiresAt);
        }
    }

    public Consent(
            Lease lease,
            Members members,
            Executor loop,
            Sessions sessions,
            Withdrawals withdrawals,
            SignalingConfig config,
            Listener listener) {
        this.lease = lease;
        this.members = members;
        this.loop = loop;
        this.sessions = sessions;
        this.revoking = new Revoking(lease, withdrawals, sessions);
        this.config = config;
        this.listener = listener;
    }

    public Grants grants() {
        return grants;
    }

    /** The room learns of the grants stored elsewhere; what was withdrawn here does not count, what is newer stays. */
    public void load(Collection<Grant> stored, Map<Capability, Instant> withdrawn) {
        GrantPolicy.counting(stored, withdrawn).stream()
                .filter(grant -> !revocations.containsKey(grant.capability()))
                .forEach(grants::put);
        tell(null, null, null);
    }

    /** A tab of the customer came, or came back: what is open is asked there too. */
    public void joined(Member customer) {
        open.values().stream()
                .filter(request -> customer.canBeAsked(request.ask().capability()))
                .forEach(request -> customer.send(request.told()));
    }

    /** Asks the customer's tabs; those that are just away, as while a page loads, are asked when they are back. */
    public void request(Member technician, GrantRequest ask) {
        Instant now = Instant.now();
        if (grants.inForce(ask.capability(), now)) {
            technician.send(new GrantChanged(grants.list(now), null, GrantOutcome.GIVEN, ask.capability()));
        } else if (!members.expects(Seat.CUSTOMER)) {
            technician.refuse(Refusal.NOBODY_TO_ASK, "Ask again when they are back.", RelayRule.GRANT_REQUEST);
        } else if (members.all().stream().noneMatch(one -> one.canBeAsked(ask.capability()))) {
            technician.refuse(Refusal.NOTHING_TO_SHOW, "Ask for something else.", RelayRule.GRANT_REQUEST);
        } else if (open.values().stream().noneMatch(one -> one.ask().capability() == ask.capability())) {
            var request = new Request(UUID.randomUUID(), technician, ask, now.plus(config.answerWithin()));
            open.put(request.id(), request);
            members.present(Seat.CUSTOMER)
                    .filter(customer -> customer.canBeAsked(ask.capability()))
                    .forEach(customer -> customer.send(request.told()));
        }
    }

    public void answer(Member customer, GrantAnswer answer) {
        Request request = open.remove(answer.request());
        if (request == null) {
            customer.refuse(Refusal.REQUEST_UNKNOWN, "It ran out or was answered.", RelayRule.GRANT_ANSWER);
        } else if (answer.allowed()) {
            customer.client().ifPresent(client -> give(customer, client, request));
        } else {
            tell(request.id(), GrantOutcome.REFUSED, request.ask().capability());
        }
    }

    /** Takes effect before it is stored, and is acknowledged when it is. */
    public void revoke(Member member, Capability capability) {
        Set<Capability> together = GrantPolicy.revokedTogether(capability);
        Map<Capability, Grant> taken = new EnumMap<>(Capability.class);
        together.forEach(one -> {
            revocations.merge(one, 1, Integer::sum);
            grants.remove(one).ifPresent(grant -> taken.put(one, grant));
        });
        listener.revoked(together);
        Set<Capability> stored = together.stream()
                .filter(one -> one == capability || taken.containsKey(one))
                .collect(Collectors.toSet());
        member.client()
                .ifPresent(client -> revoking.revoke(member, client.authorization(), stored, taken)
                        .emitOn(loop)
                        .subscribe()
                        .with(done -> tell(null, GrantOutcome.REVOKED, capability)));
    }

    /** session-service has revoked it on its own. */
    public void revokedElsewhere(Capability capability, Instant at) {
        if (grants.get(capability).filter(grant -> !grant.givenAt().isAfter(at)).isPresent()) {
            grants.remove(capability);
            listener.revoked(Set.of(capability));
            tell(null, GrantOutcome.REVOKED, capability);
        }
    }

    /**
     * The session is another technician's, or nobody's: consent was given to a person and ends with that person's part.
     * session-service has ended it in the same version.
     */
    public void handedOver(Instant at) {
        open.values().removeIf(request -> request.technician().isPutOut());
        Set<Capability> ended = grants.givenUntil(at);
        ended.forEach(grants::remove);
        listener.revoked(ended);
        ended.forEach(capability -> tell(null, GrantOutcome.REVOKED, capability));
        // Asked by the one who had it, and allowed just after: session-service does not know that it came too late.
        Map.copyOf(askedBy).forEach((capability, technician) -> {
            if (technician.isPutOut() && grants.get(capability).isPresent()) {
                revoke(technician, capability);
            }
        });
    }

    /** Lets requests and grants run out. */
    public void tick(Instant now) {
        List<Request> unanswered = open.values().stream()
                .filter(request -> !now.isBefore(request.expiresAt()))
                .toList();
        unanswered.forEach(request -> {
            open.remove(request.id());
            tell(request.id(), GrantOutcome.EXPIRED, request.ask().capability());
        });
        grants.expire(now).forEach(capability -> {
            listener.revoked(Set.of(capability));
            tell(null, GrantOutcome.EXPIRED, capability);
        });
    }

    private void give(Member customer, Client client, Request request) {
        Capability capability = request.ask().capability();
        int before = revocations.getOrDefault(capability, 0);
        sessions.give(
                        lease.session(),
                        client.authorization(),
                        capability,
                        request.technician().caller().id(),
                        config.grantFor())
                .emitOn(loop)
                .subscribe()
                .with(
                        grant -> {
                            if (revocations.getOrDefault(capability, 0) == before
                                    && !request.technician().isPutOut()) {
                                grants.put(grant);
                                askedBy.put(capability, request.technician());
                                tell(request.id(), GrantOutcome.GIVEN, capability);
                                listener.given(capability, request.technician());
                            } else {
                                takeBackAtOnce(customer, client, grant);
                            }
                        },
                        failure -> notGiven(customer, request, failure));
    }

    /** The customer changed their mind while the consent was being stored: it never takes effect. */
    private void takeBackAtOnce(Member customer, Client client, Grant grant) {
        revoking.revoke(customer, client.authorization(), Set.of(grant.capability()), Map.of(grant.capability(), grant))
                .emitOn(loop)
                .subscribe()
                .with(done -> tell(null, GrantOutcome.REVOKED, grant.capability()));
    }

    private void notGiven(Member customer, Request request, Throwable failure) {
        if (Sessions.isEnded(failure)) {
            listener.sessionEnded();
            return;
        }
        if (Sessions.isBeyondPlan(failure)) {
            customer.refuse(Refusal.PLAN_LIMIT, "The page is not shown. Chat goes on.", RelayRule.GRANT_ANSWER);
            request.technician()
                    .refuse(
                            Refusal.PLAN_LIMIT,
                            "The customer said yes, but as many pages are shared already as your plan includes.",
                            RelayRule.GRANT_REQUEST);
        } else {
            customer.refuse(Refusal.NOT_STORED, "Your answer did not take effect.", RelayRule.GRANT_ANSWER);
        }
        tell(request.id(), GrantOutcome.REFUSED, request.ask().capability());
    }

    private void tell(UUID request, GrantOutcome outcome, Capability capability) {
        members.tellAll(new GrantChanged(grants.list(Instant.now()), request, outcome, capability));
    }
}
