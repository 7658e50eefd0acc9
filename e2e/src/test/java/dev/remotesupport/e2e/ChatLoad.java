package dev.remotesupport.e2e;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Several visitors who write without a pause until they are told to finish. */
final class ChatLoad implements AutoCloseable {

    private static final int VISITORS = 4;
    private static final int SOME_MESSAGES = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final List<ChatWriter> writers;
    private final ExecutorService threads = Executors.newFixedThreadPool(VISITORS);
    private final List<? extends Future<?>> work;
    private volatile boolean finishing;

    ChatLoad(RunningSuite suite) {
        writers = Stream.generate(() -> new ChatWriter(suite)).limit(VISITORS).toList();
        work = writers.stream()
                .map(writer -> threads.submit(() -> keepWriting(writer)))
                .toList();
    }

    private void keepWriting(ChatWriter writer) {
        while (!finishing) {
            writer.write();
        }
    }

    /** Waits until everybody has written some more. */
    void goesOn() {
        for (var writer : writers) {
            int before = writer.acknowledged().size();
            await().atMost(PATIENCE).until(() -> writer.acknowledged().size() >= before + SOME_MESSAGES);
        }
    }

    /** Everybody gets the last message through, and stops. Fails when something else than an answer came. */
    void finish() {
        finishing = true;
        for (var one : work) {
            try {
                var unused = one.get();
            } catch (ExecutionException e) {
                throw new AssertionError("a visitor could not write", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    List<ChatWriter> writers() {
        return writers;
    }

    int acknowledged() {
        return writers.stream().mapToInt(writer -> writer.acknowledged().size()).sum();
    }

    List<Rest.Answer> refusals() {
        return writers.stream().flatMap(writer -> writer.refusals().stream()).toList();
    }

    @Override
    public void close() {
        finishing = true;
        var unused = threads.shutdownNow();
    }
}
