package dev.remotesupport.signaling.console;

import dev.remotesupport.contracts.FrameJson;
import dev.remotesupport.contracts.console.ConsoleFromServer;
import dev.remotesupport.signaling.relay.Frame;
import dev.remotesupport.signaling.relay.RelayRule;
import dev.remotesupport.signaling.socket.Client;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The open consoles of this replica, by organisation. */
@ApplicationScoped
public class Consoles {

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

    public boolean has(UUID organisation) {
        return byOrganisation.containsKey(organisation);
    }

    /** Those that have a console here. */
    public Set<UUID> organisations() {
        return Set.copyOf(byOrganisation.keySet());
    }

    public Collection<Client> of(UUID organisation) {
        return byOrganisation.getOrDefault(organisation, Set.of());
    }

    /** Tells all consoles of an organisation. A slow one is told the newest of each lane only. */
    public void tell(UUID organisation, String lane, ConsoleFromServer news) {
        Collection<Client> consoles = of(organisation);
        if (!consoles.isEmpty()) {
            Frame frame = frame(lane, news);
            consoles.forEach(console -> console.send(frame));
        }
    }

    /** Tells the consoles of one member of the staff. */
    void tell(UUID organisation, UUID staff, String lane, ConsoleFromServer news) {
        String member = staff.toString();
        Frame frame = frame(lane, news);
        of(organisation).stream()
                .filter(console -> console.caller().id().equals(member))
                .forEach(console -> console.send(frame));
    }

    private static Frame frame(String lane, ConsoleFromServer news) {
        return new Frame(RelayRule.CONSOLE_NEWS, lane, true, FrameJson.write(news));
    }
}
