package dev.remotesupport.stats.daily;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** Answers whom a lead leads: everybody, or whom a test has told it; nothing at all while it is away. */
public final class SessionServiceStandIn implements QuarkusTestResourceLifecycleManager {

    /** Kept as a system property, since Quarkus loads tests and test resources by different class loaders. */
    private static final String LED = "session-stand-in.led";

    private static final String AWAY = "away";

    private HttpServer server;

    static void leadsAll() {
        System.clearProperty(LED);
    }

    static void leads(UUID staff) {
        System.setProperty(LED, "{\"staffIds\":[\"" + staff + "\"]}");
    }

    static void isAway() {
        System.setProperty(LED, AWAY);
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/internal/desk/led", exchange -> {
            var answer = System.getProperty(LED, "{}");
            var body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.equals(AWAY) ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return Map.of(
                "remote-support.peers.session-service",
                "http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
