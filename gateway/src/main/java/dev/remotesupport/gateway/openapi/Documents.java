package dev.remotesupport.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.remotesupport.gateway.upstream.Connections;
import dev.remotesupport.gateway.upstream.Replicas;
import dev.remotesupport.gateway.upstream.Service;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Collects the services' documents. One that is away stays in with what it said last. */
@ApplicationScoped
class Documents {

    private static final Logger LOG = Logger.getLogger(Documents.class);
    /** As application.properties names it. */
    private static final String SECURITY_SCHEME = "bearer";

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final OpenApiDocumentService own;
    private final Connections connections;
    private final Replicas replicas;
    private final ObjectMapper json;
    private final SeedRoutes seedRoutes;
    private final Map<Service, JsonNode> lastSaid = new ConcurrentHashMap<>();
    private final Cache<String, JsonNode> merged =
            Caffeine.newBuilder().expireAfterWrite(KEPT).build();

    Documents(OpenApiDocumentService own, Connections connections, Replicas replicas, ObjectMapper json) {
        this.own = own;
        this.connections = connections;
        this.replicas = replicas;
        this.json = json;
        this.seedRoutes = SeedRoutes.read(json);
    }

    Uni<JsonNode> merged() {
        var known = merged.getIfPresent("");
        return known != null
                ? Uni.createFrom().item(known)
                : Multi.createFrom()
                        .items(Service.values())
                        .onItem()
                        .transformToUniAndMerge(this::ask)
                        .collect()
                        .last()
                        .map(all -> merge())
                        .invoke(document -> merged.put("", document));
    }

    private JsonNode merge() {
        var merge = new OpenApiMerge(
                (ObjectNode) read(own.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON)),
                SECURITY_SCHEME,
                path -> path.startsWith("/api/"));
        for (var service : Service.values()) {
            Optional.ofNullable(lastSaid.get(service))
                    .ifPresent(document -> merge.add(service.name().toLowerCase(Locale.ROOT), document));
        }
        var document = merge.result();
        seedRoutes.addTo(document);
        return document;
    }

    private Uni<Service> ask(Service service) {
        return Uni.createFrom()
                .completionStage(() -> fetch(service).toCompletionStage())
                .invoke(document -> lastSaid.put(service, document))
                .onFailure()
                .invoke(failure ->
                        LOG.warnf("no OpenAPI document service=%s failure=%s", service, failure.getMessage()))
                .onFailure()
                .recoverWithNull()
                .replaceWith(service);
    }

    private Future<JsonNode> fetch(Service service) {
        var options = new RequestOptions().setURI("/q/openapi").putHeader("Accept", "application/json");
        return connections
                .request(replicas.inTurn(service), options)
                .compose(HttpClientRequest::send)
                .compose(response -> response.statusCode() == 200
                        ? response.body().map(Buffer::getBytes).map(this::read)
                        : Future.failedFuture("status " + response.statusCode()));
    }

    private JsonNode read(byte[] document) {
        try {
            return json.readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException("An OpenAPI document cannot be read", e);
        }
    }
}
