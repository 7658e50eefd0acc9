package dev.remotesupport.gateway.door;

import dev.remotesupport.platform.problem.PlatformProblem;
import dev.remotesupport.platform.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
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

    /** A whole office may share one. */
    private static final int MOST_OF_AN_ADDRESS = 50;

    private static final Duration LIFE = Duration.ofSeconds(10);

    static final int MOST_MESSAGES = 20;
    static final int LONGEST = 16;

    private final Vertx vertx;
    private final ProblemAnswers problems;
    private final Places places;
    private final Duration life;

    @Inject
    LineCheck(Vertx vertx, ProblemAnswers problems, MeterRegistry meters) {
        this(vertx, problems, new Places(MOST_OPEN, MOST_OF_AN_ADDRESS), LIFE);
        meters.gauge("remote_support.door.line_checks", places, Places::taken);
    }

    LineCheck(Vertx vertx, ProblemAnswers problems, Places places, Duration life) {
        this.vertx = vertx;
        this.problems = problems;
        this.places = places;
        this.life = life;
    }

    static boolean isMeant(DoorRequest request) {
        return request.path().equals(PATH);
    }

    void open(@Observes Filters filters) {
        filters.register(this::answer, PRIORITY);
    }

    void answer(RoutingContext context) {
        var request = context.request();
        if (!request.path().equals(PATH)) {
            context.next();
            return;
        }
        if (!"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
            problems.send(
                    context.response(), new ProblemException(PlatformProblem.NOT_FOUND, "This is for sockets only."));
            return;
        }
        String address = request.remoteAddress().hostAddress();
        if (!places.take(address)) {
            problems.send(
                    context.response(),
                    new ProblemException(PlatformProblem.UNAVAILABLE, "Many check their line now. Try again soon."));
            return;
        }
        // One that fails is answered by then.
        request.toWebSocket().onSuccess(socket -> echo(socket, address)).onFailure(failure -> places.leave(address));
    }

    private void echo(ServerWebSocket socket, String address) {
        var left = new AtomicInteger(MOST_MESSAGES);
        long timer = vertx.setTimer(life.toMillis(), id -> close(socket));
        socket.closeHandler(closed -> {
            places.leave(address);
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
