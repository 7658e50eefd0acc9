package dev.remotesupport.gateway.upstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** Asks a service something that the gateway itself has to know, in the caller's name. */
@ApplicationScoped
public class InnerCalls {

    private final Connections connections;
    private final Replicas replicas;
    private final ObjectMapper json;

    InnerCalls(Connections connections, Replicas replicas, ObjectMapper json) {
        this.connections = connections;
        this.replicas = replicas;
        this.json = json;
    }

    /**
     * Reads something. Fails as {@link #send} does.
     *
     * @param authorization the caller's own header
     */
    public <T> Uni<T> get(Service service, String uri, String authorization, Class<T> answer) {
        return ask(service, options(HttpMethod.GET, uri, authorization), HttpClientRequest::send, answer);
    }

    /** Sends JSON. Fails with {@link UpstreamRefusal} when the service says no, with 503 or 504 when it is away. */
    public <T> Uni<T> send(
            HttpMethod method, Service service, String uri, String authorization, Object body, Class<T> answer) {
        var options = options(method, uri, authorization).putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        return ask(service, options, request -> request.send(written(body)), answer);
    }

    /** Removes something; fails as {@link #send} does. */
    public Uni<Void> delete(Service service, String uri, String authorization) {
        return Uni.createFrom()
                .completionStage(() -> connections
                        .request(replicas.inTurn(service), options(HttpMethod.DELETE, uri, authorization))
                        .compose(HttpClientRequest::send)
                        .compose(response -> response.body().map(body -> checked(response, body)))
                        .recover(failure -> Future.failedFuture(Connections.problem(failure)))
                        .toCompletionStage())
                .replaceWithVoid();
    }

    /** How the request goes out. */
    private interface Sending {
        Future<HttpClientResponse> send(HttpClientRequest request);
    }

    private <T> Uni<T> ask(Service service, RequestOptions options, Sending sending, Class<T> answer) {
        return Uni.createFrom()
                .completionStage(() -> connections
                        .request(replicas.inTurn(service), options)
                        .compose(sending::send)
                        .compose(response -> response.body().map(body -> read(response, body, answer)))
                        .recover(failure -> Future.failedFuture(Connections.problem(failure)))
                        .toCompletionStage());
    }

    private static RequestOptions options(HttpMethod method, String uri, String authorization) {
        return new RequestOptions()
                .setMethod(method)
                .setURI(uri)
                .putHeader(HttpHeaders.AUTHORIZATION, authorization)
                .putHeader(HttpHeaders.ACCEPT, "application/json");
    }

    private Buffer written(Object body) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Buffer checked(HttpClientResponse response, Buffer body) {
        if (response.statusCode() / 100 != 2) {
            throw new UpstreamRefusal(response.statusCode(), body.toString());
        }
        return body;
    }

    private <T> T read(HttpClientResponse response, Buffer body, Class<T> answer) {
        try {
            return json.readValue(checked(response, body).getBytes(), answer);
        } catch (IOException e) {
            throw new IllegalStateException("a service answered something else than " + answer.getSimpleName(), e);
        }
    }
}
