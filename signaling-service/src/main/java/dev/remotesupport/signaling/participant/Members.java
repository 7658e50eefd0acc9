package dev.remotesupport.signaling.participant;

import dev.remotesupport.contracts.Limits;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.signal.Page;
import dev.remotesupport.contracts.signal.Participant;
import dev.remotesupport.contracts.signal.SignalFromServer;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.signaling.relay.Frame;
import dev.remotesupport.signaling.socket.Client;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Who is in one room. Touched only by the room's loop. */
public final class Members {

    private final Map<UUID, Member> byId = new LinkedHashMap<>();

    /** Who came, and whether it was not here before. */
    public record Arrival(Member member, boolean isNew) {}

    /** Takes the client in: as the participant it was, if it was here; empty when the room is full. */
    public Optional<Arrival> arrive(Client client, Page page, Instant now) {
        UUID id = client.caller()
                .participant()
                .map(Caller.ParticipantBinding::participantId)
                .orElseThrow();
        Member known = byId.get(id);
        if (known != null) {
            known.connected(client, page);
            return Optional.of(new Arrival(known, false));
        }
        if (byId.size() >= Limits.PARTICIPANTS) {
            return Optional.empty();
        }
        var member = new Member(client, page, now);
        byId.put(id, member);
        return Optional.of(new Arrival(member, true));
    }

    /** The member that speaks through this very connection; a replaced one speaks for nobody. */
    public Optional<Member> of(Client client) {
        return client.caller()
                .participant()
                .map(binding -> byId.get(binding.participantId()))
                .filter(member -> member.client().filter(own -> own == client).isPresent());
    }

    public Optional<Member> get(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** A customer's tab. */
    public Optional<Member> tab(UUID id) {
        return get(id).filter(member -> member.seat() == Seat.CUSTOMER);
    }

    public void away(Member member, long nanoTime) {
        member.away(nanoTime);
    }

    public void remove(Member member) {
        byId.remove(member.id());
    }

    /** Those who have been away for so long that they are not expected any more. */
    public List<Member> lost(long nanoTime, Duration returnWithin) {
        long before = nanoTime - returnWithin.toNanos();
        return byId.values().stream()
                .filter(member -> member.isAwaySince(before))
                .toList();
    }

    public boolean isEmpty() {
        return byId.isEmpty();
    }

    public List<Member> all() {
        return List.copyOf(byId.values());
    }

    public Stream<Member> present(Seat seat) {
        return byId.values().stream().filter(member -> member.isPresent() && member.seat() == seat);
    }

    /** Whether somebody of that seat is here, or away and expected back. */
    public boolean expects(Seat seat) {
        return byId.values().stream().anyMatch(member -> member.seat() == seat);
    }

    public Optional<Client> anybody() {
        return byId.values().stream()
                .flatMap(member -> member.client().stream())
                .findFirst();
    }

    public List<Participant> view() {
        return byId.values().stream().map(Member::view).toList();
    }

    public void tellAll(SignalFromServer signal) {
        Frame frame = Frame.of(signal);
        byId.values().forEach(member -> member.send(frame));
    }

    public void tellOthers(Member but, SignalFromServer signal) {
        Frame frame = Frame.of(signal);
        byId.values().stream().filter(member -> member != but).forEach(member -> member.send(frame));
    }
}
