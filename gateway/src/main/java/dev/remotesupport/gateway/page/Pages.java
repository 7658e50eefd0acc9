package dev.remotesupport.gateway.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.remotesupport.gateway.door.ProblemAnswers;
import dev.remotesupport.platform.problem.PlatformProblem;
import dev.remotesupport.platform.problem.ProblemException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** Serves the web from the class path, compressed once and kept in memory up to a bound. */
@ApplicationScoped
class Pages {

    /** After door and proxy, before Quarkus' own files, which know no ETags. */
    private static final int PRIORITY = 700;

    private static final long KEPT_BYTES = 24 * 1024 * 1024;

    private final Vertx vertx;
    private final DemoFile demoFile;
    private final ProblemAnswers problems;
    private final String swaggerUi;
    private final Asset nothing;
    private final Cache<String, Optional<Asset>> assets = Caffeine.newBuilder()
            .maximumWeight(KEPT_BYTES)
            .weigher((String file, Optional<Asset> asset) ->
                    file.length() + asset.map(Asset::size).orElse(0))
            .build();

    Pages(Vertx vertx, DemoFile demoFile, ProblemAnswers problems) {
        this.vertx = vertx;
        this.demoFile = demoFile;
        this.problems = problems;
        this.swaggerUi = SwaggerUi.folder();
        this.nothing = Asset.load("/not-found.html").orElseThrow();
    }

    void open(@Observes Filters filters) {
        filters.register(this::serve, PRIORITY);
    }

    private void serve(RoutingContext context) {
        var request = context.request();
        var path = request.path();
        if (!PageRoutes.isPage(path)) {
            context.next();
        } else if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            problems.send(
                    context.response(),
                    new ProblemException(PlatformProblem.METHOD_NOT_ALLOWED, "Pages can be read only."));
        } else if (PageRoutes.needsSlash(path)) {
            var unused = context.redirect(path + "/");
        } else if (path.equals(DemoFile.PATH)) {
            sendDemoFile(context.response());
        } else {
            PageRoutes.file(path, swaggerUi).ifPresentOrElse(file -> send(request, file), () -> sendNothing(request));
        }
    }

    private void send(HttpServerRequest request, String file) {
        var known = assets.getIfPresent(file);
        if (known != null) {
            send(request, known);
            return;
        }
        var unused = vertx.executeBlocking(() -> Asset.load(file), false)
                .onSuccess(asset -> {
                    // What is not there is not kept: anybody can invent names.
                    asset.ifPresent(found -> assets.put(file, Optional.of(found)));
                    send(request, asset);
                })
                .onFailure(failure -> problems.send(request.response(), failure));
    }

    private void send(HttpServerRequest request, Optional<Asset> asset) {
        asset.ifPresentOrElse(found -> send(request, found), () -> sendNothing(request));
    }

    private static void send(HttpServerRequest request, Asset asset) {
        var response = request.response()
                .putHeader(HttpHeaders.ETAG, asset.tag())
                .putHeader(HttpHeaders.VARY, "Accept-Encoding")
                .putHeader(HttpHeaders.CONTENT_TYPE, asset.type());
        if (asset.tag().equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            var unused = response.setStatusCode(304).end();
            return;
        }
        var zipped = asset.zipped().filter(bytes -> accepts(request, HttpHeaders.ACCEPT_ENCODING, "gzip"));
        zipped.ifPresent(bytes -> response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip"));
        send(request, response, zipped.orElse(asset.plain()));
    }

    private static void send(HttpServerRequest request, HttpServerResponse response, Buffer body) {
        if (request.method().equals(HttpMethod.HEAD)) {
            var unused = response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()))
                    .end();
        } else {
            var unused = response.end(body);
        }
    }

    private void sendDemoFile(HttpServerResponse response) {
        var unused = vertx.executeBlocking(demoFile::read, false)
                .onSuccess(text -> text.ifPresentOrElse(
                        json -> {
                            var unusedEnd = response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                                    .end(json);
                        },
                        () -> problems.send(
                                response,
                                new ProblemException(PlatformProblem.NOT_FOUND, "The demo shop has no site."))))
                .onFailure(failure -> problems.send(response, failure));
    }

    /** A page for a person, a problem for a program. */
    private void sendNothing(HttpServerRequest request) {
        if (accepts(request, HttpHeaders.ACCEPT, "text/html")) {
            send(
                    request,
                    request.response().setStatusCode(404).putHeader(HttpHeaders.CONTENT_TYPE, nothing.type()),
                    nothing.plain());
        } else {
            problems.send(
                    request.response(), new ProblemException(PlatformProblem.NOT_FOUND, "There is no such page."));
        }
    }

    private static boolean accepts(HttpServerRequest request, CharSequence header, String wanted) {
        var accepted = request.getHeader(header);
        return accepted != null && accepted.contains(wanted);
    }
}
