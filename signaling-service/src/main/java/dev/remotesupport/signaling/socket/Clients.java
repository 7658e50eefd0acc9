package dev.remotesupport.signaling.socket;

import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.caller.Callers;
import dev.remotesupport.signaling.SignalingConfig;
import dev.remotesupport.signaling.relay.RelayMeters;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Makes a {@link Client} of each opened socket, renews its token, and counts those that are open. */
@ApplicationScoped
public class Clients {

    private static final TypedKey<Client> CLIENT = new TypedKey<>("client");

    private final Vertx vertx;
    private final RelayMeters meters;
    private final SignalingConfig config;
    private final Callers callers;
    private final MeterRegistry registry;
    private final Map<String, Set<Client>> open = new ConcurrentHashMap<>();
    private long timer;

    @Inject
    Clients(Vertx vertx, RelayMeters meters, SignalingConfig config, Callers callers, MeterRegistry registry) {
        this.vertx = vertx;
        this.meters = meters;
        this.config = config;
        this.callers = callers;
        this.registry = registry;
    }

    /** The socket was opened with this verified token. It takes frames of up to {@code largestFrame} bytes. */
    public Client opened(String kind, WebSocketConnection socket, JsonWebToken token, int largestFrame) {
        var client = new Client(
                kind,
                socket,
                vertx,
                meters,
                Callers.from(token),
                token.getRawToken(),
                largestFrame,
                config.helloWithin());
        socket.userData().put(CLIENT, client);
        open(kind).add(client);
        return client;
    }

    public static Client of(WebSocketConnection socket) {
        return socket.userData().get(CLIENT);
    }

    public void closed(String kind, WebSocketConnection socket) {
        Optional.ofNullable(of(socket)).ifPresent(client -> {
            client.gone();
            open(kind).remove(client);
        });
    }

    /** Takes a fresh token if it is the same caller's for the same place; else ends the connection and gives false. */
    public Uni<Boolean> renew(Client client, String token) {
        return callers.verify(token)
                .map(renewed -> {
                    boolean same = isSame(client.caller(), renewed);
                    if (same) {
                        client.authorise(renewed, token);
                    } else {
                        client.close(Refusal.TOKEN_INVALID, "It is another's token.");
                    }
                    return same;
                })
                .onFailure()
                .recoverWithItem(failure -> {
                    client.close(Refusal.TOKEN_INVALID, "It could not be verified.");
                    return false;
                });
    }

    private static boolean isSame(Caller one, Caller other) {
        return one.kind() == other.kind()
                && one.id().equals(other.id())
                && one.organisation().equals(other.organisation())
                && one.participant().equals(other.participant());
    }

    void start(@Observes StartupEvent event) {
        long every = config.silentFor().toMillis() / 3;
        timer = vertx.setPeriodic(
                every,
                id -> open.values()
                        .forEach(clients -> clients.forEach(client -> client.closeIfSilent(config.silentFor()))));
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private Set<Client> open(String kind) {
        return open.computeIfAbsent(kind, name -> {
            Set<Client> clients = ConcurrentHashMap.newKeySet();
            Gauge.builder("remote_support.signaling.connections", clients, Set::size)
                    .description("Open sockets")
                    .tag("socket", name)
                    .register(registry);
            return clients;
        });
    }
}
