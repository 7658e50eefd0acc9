package dev.remotesupport.signaling.console;

import dev.remotesupport.contracts.FrameJson;
import dev.remotesupport.contracts.console.ConsoleFromServer;
import dev.remotesupport.contracts.event.Event;
import dev.remotesupport.contracts.event.MessagePosted;
import dev.remotesupport.contracts.event.SessionEvent;
import dev.remotesupport.signaling.relay.Frame;
import dev.remotesupport.signaling.relay.RelayRule;
import dev.remotesupport.signaling.session.SessionStates;
import dev.remotesupport.signaling.socket.Client;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Passes the suite's events to the open consoles of their organisation, as short news: the console fetches the rest. */
@ApplicationScoped
class ConsoleNews {

    private final Map<UUID, Set<Client>> byOrganisation = new ConcurrentHashMap<>();

    void add(Client console) {
        byOrganisation
                .computeIfAbsent(console.caller().organisationId(), id -> ConcurrentHashMap.newKeySet())
                .add(console);
        if (!console.isOpen()) {
            remove(console);
        }
    }

    void remove(Client console) {
        console.caller()
                .organisation()
                .ifPresent(organisation -> byOrganisation.computeIfPresent(organisation, (id, consoles) -> {
                    consoles.remove(console);
                    return consoles.isEmpty() ? null : consoles;
                }));
    }

    void tell(@Observes Event event) {
        Set<Client> consoles = byOrganisation.get(event.organisation());
        if (consoles != null) {
            news(event).ifPresent(frame -> consoles.forEach(console -> console.send(frame)));
        }
    }

    /** A slow console is told the newest of each session only. */
    private static Optional<Frame> news(Event event) {
        return switch (event) {
            case SessionEvent change ->
                SessionStates.after(change)
                        .map(state -> frame(
                                "session/" + change.sessionId(),
                                new ConsoleFromServer.SessionChanged(
                                        change.sessionId(), state, change.version(), null)));
            case MessagePosted posted ->
                Optional.of(frame(
                        "chat/" + posted.conversationId(),
                        new ConsoleFromServer.ChatPosted(posted.conversationId(), posted.sequence(), posted.seat())));
            default -> Optional.empty();
        };
    }

    /** An answer to one console: nothing of it may be missing. */
    static Frame frame(ConsoleFromServer said) {
        return new Frame(RelayRule.CONSOLE, "", true, FrameJson.write(said));
    }

    private static Frame frame(String lane, ConsoleFromServer said) {
        return new Frame(RelayRule.CONSOLE_NEWS, lane, true, FrameJson.write(said));
    }
}
