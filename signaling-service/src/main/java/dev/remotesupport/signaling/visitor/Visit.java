package dev.remotesupport.signaling.visitor;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.signaling.participant.Browsers.Browser;
import dev.remotesupport.signaling.socket.Client;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** One connected tab of a visitor. Touched under its own lock. */
final class Visit {

    private final UUID connection = UUID.randomUUID();
    private final Client client;
    private final UUID visitor;
    private final String tab;
    private final Set<UUID> asked = new HashSet<>();
    private Browser browser = new Browser(null, null);
    private String place;
    private Shown shown;

    Visit(Client client, String tab, Shown shown) {
        this.client = client;
        this.visitor = UUID.fromString(client.caller().id());
        this.tab = tab;
        this.shown = shown;
    }

    UUID connection() {
        return connection;
    }

    Client client() {
        return client;
    }

    UUID visitor() {
        return visitor;
    }

    UUID organisation() {
        return client.caller().organisationId();
    }

    synchronized Shown shown() {
        return shown;
    }

    synchronized void show(Shown now) {
        shown = now;
    }

    synchronized void comesFrom(Browser known, String where) {
        browser = known;
        place = where;
    }

    /** Whether this request is news here. */
    synchronized boolean ask(UUID request) {
        return asked.add(request);
    }

    synchronized boolean isAsked(UUID request) {
        return asked.contains(request);
    }

    synchronized boolean answered(UUID request) {
        return asked.remove(request);
    }

    synchronized Set<UUID> asked() {
        return Set.copyOf(asked);
    }

    /** As {@link VisitStore} writes it. */
    synchronized JsonObject row() {
        var caller = client.caller();
        return new JsonObject()
                .put("site_id", caller.site().orElseThrow().toString())
                .put("visitor_id", visitor.toString())
                .put("tab", tab)
                .put("connection", connection.toString())
                .put("identified", caller.kind() == CallerKind.CUSTOMER)
                .put("name", caller.name())
                .put("url", shown.url())
                .put("title", shown.title())
                .put("visible", shown.visible())
                .put("browser", browser.browser())
                .put("os", browser.os())
                .put("place", place);
    }
}
