package dev.remotesupport.gateway.proxy;

import dev.remotesupport.gateway.GatewayConfig;
import dev.remotesupport.gateway.door.ProblemAnswers;
import dev.remotesupport.gateway.upstream.Connections;
import dev.remotesupport.gateway.upstream.Replicas;
import dev.remotesupport.gateway.upstream.Service;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Passes one request on, to whichever replica can be reached. */
@ApplicationScoped
class RequestProxy {

    private final Connections connections;
    private final Replicas replicas;
    private final ProblemAnswers problems;
    private final long bodyLimit;

    @Inject
    RequestProxy(Connections connections, Replicas replicas, ProblemAnswers problems, GatewayConfig config) {
        this.connections = connections;
        this.replicas = replicas;
        this.problems = problems;
        this.bodyLimit = config.limits().body().asLongValue();
    }

    void pass(HttpServerRequest request, Service service) {
        var unused = BoundedBody.read(request, bodyLimit)
                .onSuccess(body -> pass(request, service, body))
                .onFailure(failure -> problems.send(request.response(), failure));
    }

    private void pass(HttpServerRequest request, Service service, Buffer body) {
        HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), connections.requests())
                .originRequestProvider(
                        (outside, client) -> connections.request(replicas.inTurn(service), new RequestOptions()))
                .addInterceptor(new Passing(body))
                .handle(request);
    }

    /** What changes on the way: the body is known by now, headers are cleaned, and a failure becomes a problem. */
    private final class Passing implements ProxyInterceptor {

        private final Buffer body;

        Passing(Buffer body) {
            this.body = body;
        }

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            var request = context.request();
            Forwarded.describe(request.proxiedRequest(), request.headers());
            request.setBody(Body.body(body));
            return context.sendRequest().recover(failure -> {
                problems.send(request.proxiedRequest().response(), Connections.problem(failure));
                return Future.failedFuture(failure);
            });
        }

        @Override
        public Future<Void> handleProxyResponse(ProxyContext context) {
            context.response().headers().remove("Server").remove("Set-Cookie");
            return context.sendResponse();
        }
    }
}
