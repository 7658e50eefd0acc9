package dev.remotesupport.gateway.proxy;

import dev.remotesupport.gateway.GatewayProblem;
import dev.remotesupport.gateway.door.ProblemAnswers;
import dev.remotesupport.gateway.revocation.Revocations;
import dev.remotesupport.gateway.revocation.Revoked;
import dev.remotesupport.gateway.upstream.Connections;
import dev.remotesupport.gateway.upstream.Replica;
import dev.remotesupport.gateway.upstream.Replicas;
import dev.remotesupport.gateway.upstream.Service;
import dev.remotesupport.platform.caller.Caller;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.NetSocket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Joins a browser's socket with a replica's, byte for byte: frames are the service's business. Prefers one replica for a
 * session; when that one says with 421 who owns the room, tries there, once.
 */
@ApplicationScoped
class SocketProxy {

    private static final Logger LOG = Logger.getLogger(SocketProxy.class);
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int MISDIRECTED = 421;
    private static final String ROOM_OWNER = "X-Room-Owner";

    private final Connections connections;
    private final Replicas replicas;
    private final ProblemAnswers problems;
    private final Revocations revocations;
    private final Map<NetSocket, Caller> open = new ConcurrentHashMap<>();
    private final AtomicReference<Revoked> known;

    SocketProxy(
            Connections connections,
            Replicas replicas,
            ProblemAnswers problems,
            Revocations revocations,
            MeterRegistry meters) {
        this.connections = connections;
        this.replicas = replicas;
        this.problems = problems;
        this.revocations = revocations;
        this.known = new AtomicReference<>(revocations.known());
        meters.gaugeMapSize("remote_support.door.sockets", Tags.empty(), open);
    }

    /** Sockets would hold a stopping gateway up; their clients come back, to another one. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        open.keySet().forEach(SocketProxy::close);
    }

    /**
     * Whoever was removed comes back too, and is refused at the door; whose role has changed needs a new token there. By what role
     * was known when the socket opened nothing is decided: services renew tokens inside of it.
     */
    void cutOff(@Observes Revoked revoked) {
        var before = known.getAndSet(revoked);
        open.forEach((socket, caller) -> {
            if (revoked.contains(caller) || revoked.tellsNewRole(caller, before)) {
                close(socket);
            }
        });
    }

    void pass(HttpServerRequest request, Service service, Caller caller) {
        // Nothing of the client's first frames may be lost while the other side is being reached.
        request.pause();
        var preferred = replicas.preferredFor(service, hashKey(caller));
        var unused = upgrade(request, preferred)
                .compose(answer -> owner(service, answer)
                        .map(owner -> upgrade(request, List.of(owner)))
                        .orElseGet(() -> Future.succeededFuture(answer)))
                .onSuccess(answer -> answer(request, answer, caller))
                .onFailure(failure -> refuse(request, failure));
    }

    /** All participants of a session meet on one replica; a member of the staff's console may be anywhere. */
    private static String hashKey(Caller caller) {
        return caller.participant()
                .map(binding -> binding.sessionId().toString())
                .orElse(caller.id());
    }

    private Future<HttpClientResponse> upgrade(HttpServerRequest request, List<Replica> candidates) {
        var options = new RequestOptions().setMethod(HttpMethod.GET).setURI(request.uri());
        return connections.socket(candidates, options).compose(upstream -> {
            upstream.headers().addAll(request.headers()).remove(HttpHeaders.HOST);
            Forwarded.describe(request, upstream.headers());
            // Every failure until the answer comes by the future; every one after it ends the pipes.
            upstream.exceptionHandler(failure -> {});
            return upstream.connect();
        });
    }

    private Optional<Replica> owner(Service service, HttpClientResponse answer) {
        if (answer.statusCode() != MISDIRECTED) {
            return Optional.empty();
        }
        var named = Optional.ofNullable(answer.getHeader(ROOM_OWNER));
        var owner = named.flatMap(id -> replicas.named(service, id));
        if (owner.isEmpty()) {
            LOG.warnf(
                    "the owner of a room is none of the upstreams service=%s owner=%s",
                    service, named.orElse("unnamed"));
        }
        return owner;
    }

    private void answer(HttpServerRequest request, HttpClientResponse answer, Caller caller) {
        switch (answer.statusCode()) {
            case SWITCHING_PROTOCOLS -> connect(request, answer, caller);
            case MISDIRECTED ->
                refuse(request, GatewayProblem.UPSTREAM_AWAY.because("The session is changing its place; try again."));
            default -> handOn(request, answer);
        }
    }

    private void connect(HttpServerRequest request, HttpClientResponse answer, Caller caller) {
        var response = request.response().setStatusCode(SWITCHING_PROTOCOLS);
        response.headers().addAll(answer.headers());
        var inside = answer.netSocket().pause();
        var unused = request.toNetSocket()
                .onSuccess(outside -> pipe(outside, inside, caller))
                .onFailure(failure -> close(inside));
    }

    private void pipe(NetSocket outside, NetSocket inside, Caller caller) {
        open.put(outside, caller);
        outside.closeHandler(closed -> open.remove(outside));
        if (revocations.isRevoked(caller)) {
            close(outside);
        }
        // A pipe ends the other side when its own ends, and waits when the other is slow.
        var unusedUp = outside.pipeTo(inside).onFailure(failure -> close(inside));
        var unusedDown = inside.pipeTo(outside).onFailure(failure -> close(outside));
    }

    private static void close(NetSocket socket) {
        var unused = socket.close();
    }

    /** The service's own refusal, with its reason. */
    private void handOn(HttpServerRequest request, HttpClientResponse answer) {
        var unused = answer.body()
                .onSuccess(body -> {
                    var response = request.response().setStatusCode(answer.statusCode());
                    for (var name : List.of("Content-Type", "Retry-After", "WWW-Authenticate")) {
                        Optional.ofNullable(answer.getHeader(name)).ifPresent(value -> response.putHeader(name, value));
                    }
                    request.resume();
                    var unusedEnd = response.end(body);
                })
                .onFailure(failure -> refuse(request, failure));
    }

    private void refuse(HttpServerRequest request, Throwable failure) {
        request.resume();
        problems.send(request.response(), Connections.problem(failure));
    }
}
