package dev.remotesupport.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClientOptions;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;

/** The baseline of the chat figures: the same rate through a bare WebSocket echo that stores nothing. */
final class EchoScenario {

    private final int connections;
    private final int perSecond;
    private final int seconds;

    EchoScenario(Settings settings) {
        connections = settings.number("conversations", 200);
        perSecond = settings.number("rate", 1000);
        seconds = settings.number("seconds", 30);
    }

    Report run() throws Exception {
        var vertx = Vertx.vertx();
        var histogram = new ConcurrentHistogram(3);
        var server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .webSocketHandler(socket -> socket.textMessageHandler(text -> {
                    var unused = socket.writeTextMessage(text);
                }))
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        var client = vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(connections));
        var sockets = new ArrayList<WebSocket>();
        for (int i = 0; i < connections; i++) {
            var socket = client.connect(server.actualPort(), "127.0.0.1", "/")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
            socket.textMessageHandler(
                    text -> histogram.recordValue(Math.max(0, (System.nanoTime() - Long.parseLong(text)) / 1000)));
            sockets.add(socket);
        }
        long start = System.nanoTime();
        for (long i = 0; i < (long) perSecond * seconds; i++) {
            long at = start + i * 1_000_000_000L / perSecond;
            while (System.nanoTime() < at) {
                LockSupport.parkNanos(Math.min(at - System.nanoTime(), 1_000_000));
            }
            var unused = sockets.get((int) (i % connections)).writeTextMessage(Long.toString(at));
        }
        LockSupport.parkNanos(1_000_000_000L);
        return new Report("Baseline: a bare WebSocket echo")
                .row(
                        "load",
                        perSecond + " messages/s, open loop, over " + connections + " sockets for " + seconds + " s")
                .latency("send → back", histogram);
    }
}
