package dev.remotesupport.gateway.upstream;

import dev.remotesupport.gateway.GatewayConfig;
import dev.remotesupport.gateway.GatewayProblem;
import dev.remotesupport.platform.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Connects to the first replica that answers. Nothing has been sent when one fails, so trying the next is always safe. */
@ApplicationScoped
public class Connections {

    private static final Logger LOG = Logger.getLogger(Connections.class);

    private final Replicas replicas;
    private final HttpClient requests;
    private final HttpClient uploads;
    private final HttpClient sockets;
    private final Duration requestTimeout;
    private final Duration uploadTimeout;

    @Inject
    Connections(Vertx vertx, Replicas replicas, GatewayConfig config) {
        var limits = config.limits();
        this.replicas = replicas;
        this.requestTimeout = limits.requestTimeout();
        this.uploadTimeout = limits.uploadTimeout();
        var options = new HttpClientOptions()
                .setConnectTimeout((int) limits.connectTimeout().toMillis())
                .setKeepAliveTimeout(20)
                .setDecompressionSupported(false);
        this.requests = vertx.createHttpClient(new HttpClientOptions(options)
                .setMaxPoolSize(limits.connections())
                .setMaxWaitQueueSize(limits.connections() * 8));
        // A slow sender holds its connection, so it has to be one that nobody else is waiting for.
        this.uploads = vertx.createHttpClient(new HttpClientOptions(options)
                .setMaxPoolSize(limits.uploads())
                .setMaxWaitQueueSize(limits.uploads() * 8));
        // An upgraded connection stays taken, so the size of this pool is the bound of open sockets.
        this.sockets = vertx.createHttpClient(
                new HttpClientOptions(options).setMaxPoolSize(limits.sockets()).setMaxWaitQueueSize(0));
    }

    /** The pool for requests, for those who do their own sending. */
    public HttpClient requests() {
        return requests;
    }

    /** A request to the first replica that can be reached. Fails with 503 {@code upstream-away} when none can. */
    public Future<HttpClientRequest> request(List<Replica> candidates, RequestOptions options) {
        return first(candidates, to(requests, options, requestTimeout));
    }

    /** The same for a body that takes its time, in a pool of its own. */
    public Future<HttpClientRequest> upload(List<Replica> candidates, RequestOptions options) {
        return first(candidates, to(uploads, options, uploadTimeout));
    }

    private static Function<Replica, Future<HttpClientRequest>> to(
            HttpClient client, RequestOptions options, Duration timeout) {
        return replica -> client.request(new RequestOptions(options)
                .setHost(replica.host())
                .setPort(replica.port())
                .setIdleTimeout(timeout.toMillis()));
    }

    /** An upgrade request to the first replica that can be reached. */
    public Future<HttpClientRequest> socket(List<Replica> candidates, RequestOptions options) {
        return first(
                candidates,
                replica -> sockets.request(
                        new RequestOptions(options).setHost(replica.host()).setPort(replica.port())));
    }

    /** What went wrong with a replica, as the caller may know it. */
    public static Throwable problem(Throwable failure) {
        return switch (failure) {
            case ProblemException problem -> problem;
            case TimeoutException slow -> GatewayProblem.UPSTREAM_SLOW.because("Try again in a moment.");
            case VertxException broken -> away();
            case IOException broken -> away();
            default -> failure;
        };
    }

    private static ProblemException away() {
        return GatewayProblem.UPSTREAM_AWAY.because("It is being started or replaced; try again in a moment.");
    }

    private Future<HttpClientRequest> first(
            List<Replica> candidates, Function<Replica, Future<HttpClientRequest>> connect) {
        if (candidates.isEmpty()) {
            return Future.failedFuture(away());
        }
        var replica = candidates.getFirst();
        return connect.apply(replica)
                .onSuccess(request -> replicas.reached(replica))
                .recover(failure -> {
                    if (replicas.failed(replica)) {
                        LOG.warnf("replica not reached address=%s failure=%s", replica.id(), failure.getMessage());
                    }
                    return first(candidates.subList(1, candidates.size()), connect);
                });
    }
}
