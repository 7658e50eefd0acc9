package dev.remotesupport.gateway.proxy;

import dev.remotesupport.platform.problem.PlatformProblem;
import dev.remotesupport.platform.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Reads a body whole and refuses one beyond the limit, so that no service ever sees half of it. */
final class BoundedBody {

    private BoundedBody() {}

    /** Fails with 413 {@code too-large}. */
    static Future<Buffer> read(HttpServerRequest request, long limit) {
        var result = Promise.<Buffer>promise();
        var body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() + part.length() > limit) {
                request.handler(ignored -> {});
                var unused = result.tryFail(
                        new ProblemException(PlatformProblem.TOO_LARGE, "A body may have " + limit + " bytes."));
            } else {
                body.appendBuffer(part);
            }
        });
        request.exceptionHandler(failure -> {
            var unused = result.tryFail(failure);
        });
        request.endHandler(end -> {
            var unused = result.tryComplete(body);
        });
        return result.future();
    }
}
