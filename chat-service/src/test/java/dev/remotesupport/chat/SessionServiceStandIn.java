package dev.remotesupport.chat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Answers {@code GET /api/sessions/{id}} with the sessions that a test has told it, and 404 for others; and that leads of an
 * organisation lead everybody, or whom a test has told it; that a session waits for whoever asks, if a test has told it so;
 * and the address of a customer.
 */
public final class SessionServiceStandIn implements QuarkusTestResourceLifecycleManager {

    /** Kept as a system property, since Quarkus loads tests and test resources by different class loaders. */
    private static final String PREFIX = "session-stand-in.";

    private static final String HIDDEN = "hidden";

    private HttpServer server;

    /** Makes a session known to its organisation; each null is nobody. */
    public static void tell(UUID organisation, UUID session, String customer, String staff, String state) {
        tell(organisation, session, customer, staff, state, 3);
    }

    /** Makes a version of a session known to its organisation. */
    public static void tell(
            UUID organisation, UUID session, String customer, String staff, String state, long version) {
        System.setProperty(PREFIX + organisation + "." + session, """
                {"id":"%s","number":7,"state":"%s","version":%d,"customer":%s,"staff":%s,"endedAt":%s}""".formatted(
                        session,
                        state,
                        version,
                        person(customer),
                        person(staff),
                        state.equals("ended") ? "\"2026-05-04T12:00:00Z\"" : "null"));
    }

    /** From now on nobody is shown this session. */
    public static void hide(UUID organisation, UUID session) {
        System.setProperty(PREFIX + organisation + "." + session, HIDDEN);
    }

    /** Whether a session waits, for whoever of the organisation asks. */
    public static void tellWaits(UUID organisation, UUID session, boolean waits) {
        System.setProperty(PREFIX + organisation + ".waits." + session, waits ? "" : HIDDEN);
    }

    /** The address of a session's customer, and as whoever asks may see it. */
    public static void tellContact(UUID organisation, UUID session, String email, String shown) {
        System.setProperty(
                PREFIX + organisation + ".contact." + session,
                "{\"email\":\"%s\",\"shown\":\"%s\"}".formatted(email, shown));
    }

    /** Whom the leads of an organisation lead. */
    public static void tellLed(UUID organisation, String staff) {
        System.setProperty(PREFIX + organisation + ".led", "{\"staffIds\":[\"" + staff + "\"]}");
    }

    private static String person(String id) {
        return id == null ? "null" : "{\"id\":\"%s\",\"name\":\"Somebody\"}".formatted(id);
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/api/sessions/", SessionServiceStandIn::answer);
        server.createContext("/internal/desk/led", SessionServiceStandIn::answer);
        server.createContext("/internal/queue/", SessionServiceStandIn::answerCandidate);
        server.createContext("/internal/sessions/", SessionServiceStandIn::answerContact);
        server.start();
        return Map.of(
                "remote-support.peers.session-service",
                "http://localhost:" + server.getAddress().getPort());
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var organisation = organisation(exchange.getRequestHeaders().getFirst("Authorization"));
        var session = System.getProperty(PREFIX + organisation + "." + path.substring(path.lastIndexOf('/') + 1));
        if (session == null && path.endsWith("led")) {
            session = "{}";
        }
        if (HIDDEN.equals(session)) {
            exchange.sendResponseHeaders(403, -1);
            exchange.close();
            return;
        }
        answer(exchange, session == null ? 404 : 200, session == null ? "{}" : session);
    }

    private static void answerContact(HttpExchange exchange) throws IOException {
        var organisation = organisation(exchange.getRequestHeaders().getFirst("Authorization"));
        var session = exchange.getRequestURI().getPath().split("/")[3];
        answer(exchange, 200, System.getProperty(PREFIX + organisation + ".contact." + session, "{}"));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void answerCandidate(HttpExchange exchange) throws IOException {
        var organisation = organisation(exchange.getRequestHeaders().getFirst("Authorization"));
        var session = exchange.getRequestURI().getPath().split("/")[3];
        var waits = System.getProperty(PREFIX + organisation + ".waits." + session);
        exchange.sendResponseHeaders(waits == null ? 404 : waits.equals(HIDDEN) ? 403 : 204, -1);
        exchange.close();
    }

    private static String organisation(String bearer) {
        var claims = new String(Base64.getUrlDecoder().decode(bearer.split("\\.")[1]), StandardCharsets.UTF_8);
        var found = Pattern.compile("\"org\":\"([^\"]+)\"").matcher(claims);
        return found.find() ? found.group(1) : "none";
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
