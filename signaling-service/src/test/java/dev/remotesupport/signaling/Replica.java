package dev.remotesupport.signaling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged service as a process of its own. */
final class Replica implements AutoCloseable {

    private final int port;
    private final Process process;

    private Replica(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    static Replica start(int port, Map<String, String> config) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        config.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add("-Dquarkus.http.port=" + port);
        command.add("-Dquarkus.management.port=0");
        command.add("-jar");
        command.add("target/quarkus-app/quarkus-run.jar");
        try {
            var log = Path.of("target", "replica-" + port + ".log").toFile();
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log)
                    .start();
            var replica = new Replica(port, process);
            replica.awaitListening();
            return replica;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Asks it to stop, and waits. */
    void terminate() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new AssertionError("still running 20 s after TERM");
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new AssertionError("still running 10 s after KILL");
        }
    }

    /** Stops or continues it, as an overloaded machine would. */
    void signal(String signal) throws IOException, InterruptedException {
        if (new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                        .start()
                        .waitFor()
                != 0) {
            throw new AssertionError("no signal " + signal);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void awaitListening() {
        for (int i = 0; i < 600 && process.isAlive(); i++) {
            try (var probe = new Socket("localhost", port)) {
                return;
            } catch (IOException notYet) {
                pause();
            }
        }
        throw new AssertionError("not listening on " + port + ", see target/replica-" + port + ".log");
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
