package dev.remotesupport.signaling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** The internal routes of session-service over real HTTP, with sessions that tests arrange. */
public final class SessionServiceStandIn implements QuarkusTestResourceLifecycleManager {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<UUID, Session> sessions = new ConcurrentHashMap<>();
    private final DeskStandIn desk = new DeskStandIn();
    private final AccessStandIn access = new AccessStandIn();
    private HttpServer server;
    private volatile boolean away;

    /** One session as the stand-in keeps it. */
    public static final class Session {
        final UUID organisation;
        volatile String state = "active";
        volatile int version = 3;
        volatile Duration slowToGive = Duration.ZERO;
        volatile Map<String, Object> call;
        final Map<String, Map<String, Object>> grants = new ConcurrentHashMap<>();
        final Set<String> notAdmitted = ConcurrentHashMap.newKeySet();
        public final List<String> revoked = new CopyOnWriteArrayList<>();

        Session(UUID organisation) {
            this.organisation = organisation;
        }

        public void end() {
            state = "ended";
        }

        /** From now on it is in this state, of this version. */
        public void is(String state, int version) {
            this.state = state;
            this.version = version;
        }

        /** From now on it has this call. */
        public void has(UUID call, String state, long version, String staffId) {
            var stored = new HashMap<String, Object>();
            stored.put("id", call.toString());
            stored.put("state", state);
            stored.put("version", version);
            stored.put("staffId", staffId);
            this.call = stored;
        }

        /** Nothing is allowed any more. */
        public void endGrants() {
            grants.clear();
        }

        /** From now on this caller is refused. */
        public void noLongerAdmit(String caller) {
            notAdmitted.add(caller);
        }

        public void takeToGive(Duration time) {
            slowToGive = time;
        }

        public void give(String capability, Duration lasts) {
            give(capability, lasts, Instant.now());
        }

        /** As if a revocation had never been heard: the grant stands as it was given some time ago. */
        public void neverHeardOfRevoking(String capability, Duration ago) {
            give(capability, Duration.ofHours(1), Instant.now().minus(ago));
        }

        private void give(String capability, Duration lasts, Instant at) {
            var grant = new HashMap<String, Object>();
            grant.put("capability", capability);
            grant.put("givenAt", at.toString());
            grant.put("expiresAt", at.plus(lasts).toString());
            grant.put("revokedAt", null);
            grants.put(capability, grant);
        }
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/internal/sessions/", this::answer);
        server.createContext("/internal/desk/seen", this::seen);
        server.createContext("/internal/queue", this::queue);
        server.createContext("/internal/access", this::access);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        var config = new HashMap<String, String>();
        config.put(
                "quarkus.rest-client.session-service.url",
                "http://localhost:" + server.getAddress().getPort());
        config.put("remote-support.signaling.hello-within", "1s");
        config.put("remote-support.signaling.paused-after", "2s");
        config.put("remote-support.signaling.return-within", "2s");
        config.put("remote-support.signaling.answer-within", "2s");
        config.put("remote-support.signaling.renew-every", "500ms");
        config.put("remote-support.signaling.lease-for", "2s");
        config.put("remote-support.signaling.sweep-every", "1s");
        config.put("remote-support.signaling.place-header", "X-Place");
        return config;
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(SessionServiceStandIn.class));
    }

    public Session open(UUID session, UUID organisation) {
        return sessions.computeIfAbsent(session, id -> new Session(organisation));
    }

    /** Answers nothing but 503 while away. */
    public void away(boolean away) {
        this.away = away;
    }

    public DeskStandIn desk() {
        return desk;
    }

    public AccessStandIn access() {
        return access;
    }

    private void access(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode caller = claims(exchange.getRequestHeaders().getFirst("Authorization"));
            if (away) {
                send(exchange, 503, Map.of());
            } else if (exchange.getRequestMethod().equals("GET")) {
                String[] path = exchange.getRequestURI().getPath().split("/");
                send(exchange, 200, access.openOf(UUID.fromString(path[3])));
            } else if (access.refusal() != 0) {
                send(exchange, access.refusal(), Map.of());
            } else {
                send(exchange, 201, access.begin(caller, JSON.readTree(exchange.getRequestBody())));
            }
        }
    }

    private void seen(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!away) {
                desk.seen(organisation(exchange), JSON.readTree(exchange.getRequestBody()));
            }
            send(exchange, away ? 503 : 204, null);
        }
    }

    private void queue(HttpExchange exchange) throws IOException {
        try (exchange) {
            String first = exchange.getRequestURI().getQuery().replace("first=", "");
            if (!exchange.getRequestHeaders().getOrDefault("Accept", List.of()).contains("application/json")) {
                send(exchange, 406, Map.of()); // as the real one does, which speaks nothing else
                return;
            }
            send(exchange, away ? 503 : 200, away ? Map.of() : desk.look(organisation(exchange), first));
        }
    }

    private static UUID organisation(HttpExchange exchange) throws IOException {
        var caller = claims(exchange.getRequestHeaders().getFirst("Authorization"));
        return UUID.fromString(caller.path("org").asText());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/");
            Session session = sessions.get(UUID.fromString(path[3]));
            JsonNode caller = claims(exchange.getRequestHeaders().getFirst("Authorization"));
            if (away) {
                send(exchange, 503, Map.of());
            } else if (session == null) {
                send(exchange, 404, Map.of());
            } else if (!session.organisation
                            .toString()
                            .equals(caller.path("org").asText())
                    || session.notAdmitted.contains(caller.path("sub").asText())) {
                send(exchange, 403, Map.of());
            } else if (session.state.equals("ended")) {
                send(exchange, 409, Map.of());
            } else {
                route(exchange, session, path, caller);
            }
        }
    }

    private static void route(HttpExchange exchange, Session session, String[] path, JsonNode caller)
            throws IOException {
        switch (exchange.getRequestMethod()) {
            case "GET" -> {
                var room = new HashMap<String, Object>();
                room.put("sessionId", path[3]);
                room.put("organisation", session.organisation.toString());
                room.put("state", session.state);
                room.put("version", session.version);
                room.put("grants", new ArrayList<>(session.grants.values()));
                room.put("call", session.call);
                send(exchange, 200, room);
            }
            case "POST" -> {
                JsonNode order = JSON.readTree(exchange.getRequestBody());
                if (!caller.path("seat").asText().equals("customer")) {
                    send(exchange, 403, Map.of());
                    return;
                }
                pause(session.slowToGive);
                String capability = order.path("capability").asText();
                session.give(
                        capability, Duration.ofSeconds(order.path("ttlSeconds").asLong()));
                send(exchange, 201, session.grants.get(capability));
            }
            case "DELETE" -> {
                session.grants.remove(path[5]);
                session.revoked.add(path[5]);
                send(exchange, 204, null);
            }
            default -> send(exchange, 405, Map.of());
        }
    }

    private static JsonNode claims(String authorization) throws IOException {
        String payload = authorization.substring("Bearer ".length()).split("\\.")[1];
        return JSON.readTree(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
        if (body == null) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
