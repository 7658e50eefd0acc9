package dev.remotesupport.gateway.door;

import dev.remotesupport.platform.problem.PlatformProblem;
import dev.remotesupport.platform.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Says back what it hears, a few times, so that our page finds out before a call whether sockets come through and how fast.
 * It needs no token, as it knows nothing; it is for our own pages, within the limits of the address.
 */
@ApplicationScoped
class LineCheck {

    /** After the door, before what is passed on. */
    private static final int PRIORITY = 850;

    private static final String PATH = "/ws/check";
    private static final int MOST_OPEN = 500;
    private static final int MOST_MESSAGES = 20;
    private static final int LONGEST = 16;
    private static final Duration LIFE = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final ProblemAnswers problems;
    private final AtomicInteger open = new AtomicInteger();

    LineCheck(Vertx vertx, ProblemAnswers problems, MeterRegistry meters) {
        this.vertx = vertx;
        this.problems = problems;
        meters.gauge("remote_support.door.line_checks", open);
    }

    static boolean isMeant(DoorRequest request) {
        return request.path().equals(PATH);
    }

    void open(@Observes Filters filters) {
        filters.register(this::answer, PRIORITY);
    }

    private void answer(RoutingContext context) {
        var request = context.request();
        if (!request.path().equals(PATH)) {
            context.next();
        } else if (open.get() >= MOST_OPEN) {
            problems.send(
                    context.response(),
                    new ProblemException(PlatformProblem.UNAVAILABLE, "Many check their line now. Try again soon."));
        } else {
            request.toWebSocket()
                    .onSuccess(this::echo)
                    .onFailure(failure -> problems.send(
                            context.response(),
                            new ProblemException(PlatformProblem.NOT_FOUND, "This is for sockets only.")));
        }
    }

    private void echo(ServerWebSocket socket) {
        open.incrementAndGet();
        var left = new AtomicInteger(MOST_MESSAGES);
        long timer = vertx.setTimer(LIFE.toMillis(), id -> close(socket));
        socket.closeHandler(closed -> {
            open.decrementAndGet();
            vertx.cancelTimer(timer);
        });
        socket.textMessageHandler(text -> {
            if (text.length() > LONGEST || left.getAndDecrement() <= 0) {
                close(socket);
            } else {
                var unused = socket.writeTextMessage(text);
            }
        });
    }

    private static void close(ServerWebSocket socket) {
        var unused = socket.close();
    }
}
