package dev.remotesupport.signaling.console;

import dev.remotesupport.contracts.FrameJson;
import dev.remotesupport.contracts.console.ConsoleFromServer;
import dev.remotesupport.signaling.relay.Frame;
import dev.remotesupport.signaling.relay.RelayRule;
import dev.remotesupport.signaling.socket.Client;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The open consoles of this replica, by organisation. */
@ApplicationScoped
public class Consoles {

    private final Vertx vertx;
    private final Map<UUID, Audience> byOrganisation = new ConcurrentHashMap<>();

    @Inject
    Consoles(Vertx vertx) {
        this.vertx = vertx;
    }

    void add(Client console) {
        byOrganisation.compute(console.caller().organisationId(), (id, known) -> {
            Audience audience = known == null ? new Audience(vertx) : known;
            audience.consoles.add(console);
            return audience;
        });
        if (!console.isOpen()) {
            remove(console);
        }
    }

    void remove(Client console) {
        console.caller()
                .organisation()
                .ifPresent(organisation -> byOrganisation.computeIfPresent(organisation, (id, audience) -> {
                    audience.consoles.remove(console);
                    return audience.consoles.isEmpty() ? null : audience;
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
        Audience audience = byOrganisation.get(organisation);
        return audience == null ? Set.of() : audience.consoles;
    }

    /** Tells all consoles of an organisation; many changes at once come together, with the newest of each lane. */
    public void tell(UUID organisation, String lane, ConsoleFromServer.Change change) {
        Audience audience = byOrganisation.get(organisation);
        if (audience != null) {
            audience.gathering.add(lane, change);
        }
    }

    /** Tells all consoles of an organisation, after what was to be told together. */
    void tellAtOnce(UUID organisation, String lane, ConsoleFromServer.Change change) {
        Audience audience = byOrganisation.get(organisation);
        if (audience != null) {
            audience.gathering.addAtOnce(lane, change);
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

    /** The consoles of one organisation. */
    private static final class Audience {

        private final Set<Client> consoles = ConcurrentHashMap.newKeySet();
        private final Gathering gathering;

        Audience(Vertx vertx) {
            gathering = new Gathering(this::tell, (millis, work) -> vertx.setTimer(millis, id -> work.run()));
        }

        /** A slow console is told the newest of each lane only. */
        private void tell(String lane, ConsoleFromServer news) {
            if (!consoles.isEmpty()) {
                Frame frame = frame(lane, news);
                consoles.forEach(console -> console.send(frame));
            }
        }
    }
}
