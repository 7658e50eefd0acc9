package dev.remotesupport.session.handover;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Two replicas of the signaling service, of which the second owns every room, and one of the chat service. */
public final class NeighbourStandIn implements QuarkusTestResourceLifecycleManager {

    /** Kept as system properties, since Quarkus loads tests and test resources by different class loaders. */
    private static final String PREFIX = "neighbour-stand-in.";

    private HttpServer first;
    private HttpServer owner;
    private HttpServer chat;

    /** What the room's owner, or the conversation, was told last of the session; with whose token. */
    static String told(String whom, Object session) {
        return System.getProperty(PREFIX + whom + "/internal/sessions/" + session + "/handover", "");
    }

    @Override
    public Map<String, String> start() {
        owner = server(exchange -> note("room", exchange));
        chat = server(exchange -> note("conversation", exchange));
        first = server(exchange -> {
            exchange.getResponseHeaders()
                    .add("X-Room-Owner", "localhost:" + owner.getAddress().getPort());
            exchange.sendResponseHeaders(421, -1);
        });
        return Map.of(
                "remote-support.peers.signaling-service", url(first),
                "remote-support.peers.chat-service", url(chat));
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private static HttpServer server(Answer answer) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                answer.to(exchange);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void note(String whom, HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var bearer = exchange.getRequestHeaders().getFirst("Authorization");
        System.setProperty(PREFIX + whom + exchange.getRequestURI().getPath(), body + " " + bearer);
        exchange.sendResponseHeaders(204, -1);
    }

    private static String url(HttpServer server) {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void stop() {
        first.stop(0);
        owner.stop(0);
        chat.stop(0);
    }
}
