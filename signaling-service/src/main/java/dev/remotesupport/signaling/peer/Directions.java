package dev.remotesupport.signaling.peer;

import dev.remotesupport.signaling.ice.IceOffer;
import dev.remotesupport.signaling.participant.Member;
import dev.remotesupport.signaling.participant.Members;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Tells the participants of one room by which servers they find each other: when they come in, before their credentials end,
 * and soon after the servers were changed. Touched only by the room's loop.
 */
public final class Directions {

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final Members members;
    private final Supplier<Uni<IceOffer>> newest;
    private final Executor loop;
    private IceOffer offer;
    private Instant lookAt = Instant.now().plus(LOOK_AGAIN);
    private Instant renewAt = Instant.MAX;

    /** @param newest what counts now, by itself or by a change */
    public Directions(Members members, IceOffer offer, Supplier<Uni<IceOffer>> newest, Executor loop) {
        this.members = members;
        this.offer = offer;
        this.newest = newest;
        this.loop = loop;
    }

    public void welcome(Member member) {
        var now = Instant.now();
        var own = offer.to(member.id().toString(), now);
        // Relays alone are told without any, too: who is told nothing takes whatever way there is.
        if (!own.servers().isEmpty() || own.policy() != null) {
            member.send(own);
        }
        expectRenewal(now);
    }

    public void tick(Instant now) {
        if (!now.isBefore(renewAt)) {
            tellAll(now);
        }
        if (!now.isBefore(lookAt) && !members.isEmpty()) {
            lookAt = now.plus(LOOK_AGAIN);
            // Where they cannot be read, those that are known go on.
            newest.get().emitOn(loop).subscribe().with(this::become, failure -> {});
        }
    }

    private void become(IceOffer read) {
        if (!read.equals(offer)) {
            offer = read;
            tellAll(Instant.now());
        }
    }

    private void tellAll(Instant now) {
        renewAt = Instant.MAX;
        members.all().forEach(member -> member.send(offer.to(member.id().toString(), now)));
        expectRenewal(now);
    }

    private void expectRenewal(Instant now) {
        offer.renewAfter()
                .map(now::plus)
                .filter(renewal -> renewal.isBefore(renewAt))
                .ifPresent(renewal -> renewAt = renewal);
    }
}
