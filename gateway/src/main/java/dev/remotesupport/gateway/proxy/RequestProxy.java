package dev.remotesupport.gateway.proxy;

import dev.remotesupport.gateway.GatewayConfig;
import dev.remotesupport.gateway.door.ProblemAnswers;
import dev.remotesupport.gateway.upstream.Connections;
import dev.remotesupport.gateway.upstream.Replicas;
import dev.remotesupport.gateway.upstream.Service;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
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
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Passes one request on, to whichever replica can be reached. */
@ApplicationScoped
class RequestProxy {

    private final Connections connections;
    private final Replicas replicas;
    private final ProblemAnswers problems;
    private final GatewayConfig.Limits limits;

    @Inject
    RequestProxy(Connections connections, Replicas replicas, ProblemAnswers problems, GatewayConfig config) {
        this.connections = connections;
        this.replicas = replicas;
        this.problems = problems;
        this.limits = config.limits();
    }

    void pass(HttpServerRequest request, Service service) {
        if (ProxyRoutes.isUpload(request.method(), request.path())) {
            upload(request, service);
        } else {
            var unused = BoundedBody.read(request, limits.body().asLongValue())
                    .onSuccess(body -> pass(
                            request,
                            Body.body(body),
                            options -> connections.request(replicas.inTurn(service), options),
                            Connections::problem))
                    .onFailure(failure -> problems.send(request.response(), failure));
        }
    }

    private void upload(HttpServerRequest request, Service service) {
        var body = new CountedBody(request, limits.upload().asLongValue());
        if (body.announced() > limits.upload().asLongValue()) {
            problems.send(request.response(), body.tooLarge());
        } else {
            pass(
                    request,
                    Body.body(body, body.announced()),
                    options -> connections.upload(replicas.inTurn(service), options),
                    body::problem);
        }
    }

    private void pass(
            HttpServerRequest request,
            Body body,
            Function<RequestOptions, Future<HttpClientRequest>> connect,
            UnaryOperator<Throwable> problem) {
        HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), connections.requests())
                // Every failure comes by the future and is answered; without a handler it would be logged as an error
                // too.
                .originRequestProvider((outside, client) ->
                        connect.apply(new RequestOptions()).map(inside -> inside.exceptionHandler(failure -> {})))
                .addInterceptor(new Passing(body, problem))
                .handle(request);
    }

    /** What changes on the way: the body is bounded, headers are cleaned, and a failure becomes a problem. */
    private final class Passing implements ProxyInterceptor {

        private final Body body;
        private final UnaryOperator<Throwable> problem;

        Passing(Body body, UnaryOperator<Throwable> problem) {
            this.body = body;
            this.problem = problem;
        }

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            var request = context.request();
            Forwarded.describe(request.proxiedRequest(), request.headers());
            request.setBody(body);
            return context.sendRequest().recover(failure -> {
                problems.send(request.proxiedRequest().response(), problem.apply(failure));
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
