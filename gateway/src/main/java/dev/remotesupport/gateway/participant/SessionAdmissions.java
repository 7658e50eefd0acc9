package dev.remotesupport.gateway.participant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remotesupport.gateway.upstream.Connections;
import dev.remotesupport.gateway.upstream.Replicas;
import dev.remotesupport.gateway.upstream.Service;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/** Asks session-service whether a caller may take part; it alone knows. */
@ApplicationScoped
class SessionAdmissions {

    private final Connections connections;
    private final Replicas replicas;
    private final ObjectMapper json;

    SessionAdmissions(Connections connections, Replicas replicas, ObjectMapper json) {
        this.connections = connections;
        this.replicas = replicas;
        this.json = json;
    }

    /** Fails with {@link AdmissionRefused}, or with 503 or 504 when session-service is away. */
    Uni<Admission> ask(UUID session, String tab, String authorization) {
        return Uni.createFrom()
                .completionStage(() -> send(session, tab, authorization).toCompletionStage());
    }

    private Future<Admission> send(UUID session, String tab, String authorization) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setURI("/internal/sessions/" + session + "/admissions")
                .putHeader(HttpHeaders.AUTHORIZATION, authorization)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.ACCEPT, "application/json");
        return connections
                .request(replicas.inTurn(Service.SESSION), options)
                .compose(request -> request.send(body(tab)))
                .compose(response -> response.body().map(body -> read(response, body)))
                .recover(failure -> Future.failedFuture(Connections.problem(failure)));
    }

    private Buffer body(String tab) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(Map.of("tab", tab)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Admission read(HttpClientResponse response, Buffer body) {
        if (response.statusCode() / 100 != 2) {
            throw new AdmissionRefused(response.statusCode(), body.toString());
        }
        try {
            return json.readValue(body.getBytes(), Admission.class);
        } catch (IOException e) {
            throw new IllegalStateException("session-service answered no admission", e);
        }
    }
}
