package dev.remotesupport.gateway.proxy;

import dev.remotesupport.gateway.upstream.Connections;
import dev.remotesupport.platform.problem.PlatformProblem;
import dev.remotesupport.platform.problem.ProblemException;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;

/** A body that passes through as it comes, and fails once there is more of it than allowed. */
final class CountedBody implements ReadStream<Buffer> {

    private final HttpServerRequest request;
    private final long limit;
    private long seen;
    private Handler<Throwable> failed = failure -> {};

    CountedBody(HttpServerRequest request, long limit) {
        this.request = request;
        this.limit = limit;
    }

    /** The length that the request says it has; -1 when it says none. The server has checked that it is a number. */
    long announced() {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? -1 : Long.parseLong(length);
    }

    /** What to answer when passing the request on failed; a body that was cut off here is the reason, not the victim. */
    Throwable problem(Throwable failure) {
        return seen > limit ? tooLarge() : Connections.problem(failure);
    }

    ProblemException tooLarge() {
        return new ProblemException(PlatformProblem.TOO_LARGE, "A body may have " + limit + " bytes.");
    }

    @Override
    public ReadStream<Buffer> handler(Handler<Buffer> handler) {
        request.handler(
                handler == null
                        ? null
                        : part -> {
                            seen += part.length();
                            if (seen > limit) {
                                request.handler(ignored -> {});
                                failed.handle(tooLarge());
                            } else {
                                handler.handle(part);
                            }
                        });
        return this;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
        failed = handler == null ? failure -> {} : handler;
        request.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> handler) {
        request.endHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        request.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        request.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        request.fetch(amount);
        return this;
    }
}
