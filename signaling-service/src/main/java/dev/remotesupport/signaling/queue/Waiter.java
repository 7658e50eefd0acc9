package dev.remotesupport.signaling.queue;

import dev.remotesupport.contracts.signal.SignalFromServer.QueuePosition;
import dev.remotesupport.signaling.socket.Client;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** One waiting session with its customer's open tabs, and what they were told last. */
public final class Waiter {

    private final UUID organisation;
    private final UUID session;
    private final Consumer<QueuePosition> room;
    private volatile List<Client> tabs;
    private QueuePosition told;

    /** @param room passes a position on to those in it, if they still wait */
    public Waiter(UUID organisation, UUID session, List<Client> tabs, Consumer<QueuePosition> room) {
        this.organisation = organisation;
        this.session = session;
        this.tabs = tabs;
        this.room = room;
    }

    public UUID organisation() {
        return organisation;
    }

    UUID session() {
        return session;
    }

    public void tabs(List<Client> tabs) {
        this.tabs = tabs;
    }

    /** Whose question this may be asked as; empty when all are away for the moment. */
    Optional<String> authorization() {
        return tabs.stream().filter(Client::isOpen).findFirst().map(Client::authorization);
    }

    /** Passes it on unless it is what was told last. */
    void tell(QueuePosition position) {
        if (!position.equals(told)) {
            told = position;
            room.accept(position);
        }
    }
}
