package dev.remotesupport.signaling.participant;

import dev.remotesupport.contracts.Capability;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.signal.Page;
import dev.remotesupport.contracts.signal.Participant;
import dev.remotesupport.contracts.signal.SignalFromServer;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.signaling.relay.Frame;
import dev.remotesupport.signaling.relay.RelayRule;
import dev.remotesupport.signaling.socket.Client;
import dev.remotesupport.signaling.socket.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A participant of one room, connected or expected back. Touched only by its room's loop. */
public final class Member {

    private final Caller caller;
    private final UUID id;
    private final Seat seat;
    private final Instant since;
    private Client client;
    private Page page;
    private int watchers;
    private List<Capability> can;
    private long awaySince;
    private boolean putOut;

    public Member(Client client, Page page, Instant since) {
        this.caller = client.caller();
        var binding = caller.participant().orElseThrow();
        this.id = binding.participantId();
        this.seat = binding.seat();
        this.client = client;
        this.page = seat == Seat.CUSTOMER ? page : null;
        this.since = since;
    }

    public UUID id() {
        return id;
    }

    public Seat seat() {
        return seat;
    }

    public Caller caller() {
        return caller;
    }

    public Instant since() {
        return since;
    }

    /** The open socket; empty while away. */
    public Optional<Client> client() {
        return Optional.ofNullable(client);
    }

    public boolean isPresent() {
        return client != null;
    }

    /** The session is another's by now, and this is no more than its past. */
    public void putOut() {
        putOut = true;
    }

    public boolean isPutOut() {
        return putOut;
    }

    /** The same participant is back, or has a newer connection; the older one, if any, is closed. */
    void connected(Client newer, Page page) {
        if (client != null && client != newer) {
            client.close(Refusal.REPLACED, "It is open in another place.");
        }
        client = newer;
        if (page != null && seat == Seat.CUSTOMER) {
            this.page = page;
        }
    }

    /** The connection broke; it may come back. */
    void away(long now) {
        client = null;
        awaySince = now;
    }

    boolean isAwaySince(long before) {
        return client == null && awaySince - before <= 0;
    }

    public void show(Page page) {
        this.page = page;
    }

    /** What a customer's tab can show besides its page. */
    public void canShow(List<Capability> can) {
        this.can = seat == Seat.CUSTOMER ? can : null;
    }

    /** Whether a customer could say Yes to it here. */
    public boolean canBeAsked(Capability capability) {
        return seat == Seat.CUSTOMER && (!capability.isMedia() || (can != null && can.contains(capability)));
    }

    public void watchedBy(int watchers) {
        this.watchers = watchers;
    }

    public int watchers() {
        return watchers;
    }

    public void send(SignalFromServer signal) {
        if (client != null) {
            client.send(signal);
        }
    }

    public void send(Frame frame) {
        if (client != null) {
            client.send(frame);
        }
    }

    public void refuse(Refusal refusal, String detail, RelayRule about) {
        if (client != null) {
            client.refuse(refusal, detail, about);
        }
    }

    /** As the others see it. */
    public Participant view() {
        return new Participant(id, seat, caller.name(), page, since, watchers, can);
    }
}
