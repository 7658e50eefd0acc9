package dev.remotesupport.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineCheckTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final Vertx vertx = Vertx.vertx();
    private final Places places = new Places(500, 2);
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    private HttpServer server;

    @BeforeEach
    void listen() {
        serve(LONG);
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void saysBackWhatItHears() throws InterruptedException {
        say(open(), "x".repeat(LineCheck.LONGEST));

        assertThat(heard.poll(30, TimeUnit.SECONDS)).hasSize(LineCheck.LONGEST);
    }

    @Test
    void longerWordEndsIt() {
        var socket = open();

        say(socket, "x".repeat(LineCheck.LONGEST + 1));

        await().until(socket::isClosed);
        assertThat(heard).isEmpty();
    }

    @Test
    void moreWordsThanACheckNeedsEndIt() {
        var socket = open();
        for (int word = 0; word < LineCheck.MOST_MESSAGES; word++) {
            say(socket, "word");
        }
        await().until(() -> heard.size() == LineCheck.MOST_MESSAGES);
        assertThat(socket.isClosed()).isFalse();

        say(socket, "one more");

        await().until(socket::isClosed);
        assertThat(heard).hasSize(LineCheck.MOST_MESSAGES);
    }

    @Test
    void socketThatStaysIsClosedAndLeavesItsPlace() {
        serve(Duration.ofMillis(50));

        var socket = open();

        await().until(socket::isClosed);
        await().until(() -> places.taken() == 0);
    }

    @Test
    void addressWithEnoughSocketsGetsNoMoreUntilOneIsClosed() {
        var first = open();
        var second = open();
        assertThatThrownBy(this::open)
                .rootCause()
                .isInstanceOfSatisfying(
                        UpgradeRejectedException.class,
                        refused -> assertThat(refused.getStatus()).isEqualTo(503));

        first.close().toCompletionStage().toCompletableFuture().join();

        await().until(() -> places.taken() == 1);
        var third = open();
        assertThat(second.isClosed()).isFalse();
        assertThat(third.isClosed()).isFalse();
    }

    @Test
    void requestThatIsNoSocketTakesNoPlace() {
        var status = vertx.createHttpClient()
                .request(HttpMethod.GET, server.actualPort(), "localhost", "/ws/check")
                .compose(HttpClientRequest::send)
                .map(HttpClientResponse::statusCode)
                .toCompletionStage()
                .toCompletableFuture()
                .join();

        assertThat(status).isEqualTo(404);
        assertThat(places.taken()).isZero();
    }

    private void serve(Duration life) {
        var check = new LineCheck(vertx, new ProblemAnswers(new ObjectMapper()), places, life);
        var router = Router.router(vertx);
        router.route().handler(check::answer);
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private WebSocket open() {
        var socket = vertx.createWebSocketClient()
                .connect(server.actualPort(), "localhost", "/ws/check")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        socket.textMessageHandler(heard::add);
        return socket;
    }

    private static void say(WebSocket socket, String word) {
        socket.writeTextMessage(word).toCompletionStage().toCompletableFuture().join();
    }
}
