package dev.remotesupport.local.process;

import dev.remotesupport.embedded.ProcessGuard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A process that is to run until it is stopped. When it dies it is started again, after a pause that grows; when this JVM
 * dies it ends too. Its id stands in the file {@code pid} of its folder.
 */
public final class SupervisedProcess {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final String name;
    private final ProcessBuilder command;
    private final BoundedLog log;
    private final Backoff backoff;
    private final Consumer<String> report;
    private final Thread supervisor;
    private Process process;
    private boolean stopping;
    private volatile int deaths;

    /** @param report told in a sentence when the process dies */
    public SupervisedProcess(String name, List<String> command, Path folder, BoundedLog log, Consumer<String> report) {
        this(name, command, folder, log, report, Backoff.USUAL);
    }

    SupervisedProcess(
            String name, List<String> command, Path folder, BoundedLog log, Consumer<String> report, Backoff backoff) {
        this.name = name;
        this.command = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        this.command.environment().put("MALLOC_ARENA_MAX", "2");
        this.log = log;
        this.report = report;
        this.backoff = backoff;
        this.supervisor = Thread.ofPlatform().daemon().name("supervise-" + name).unstarted(this::supervise);
    }

    public void start() {
        supervisor.start();
    }

    public String name() {
        return name;
    }

    public BoundedLog log() {
        return log;
    }

    /** How often it died since it last lived long. */
    public int deaths() {
        return deaths;
    }

    /** The id of the process, or 0 while there is none. */
    public synchronized long pid() {
        return process != null && process.isAlive() ? process.pid() : 0;
    }

    /** Asks the process to end; it is not started again. */
    public synchronized void stop() {
        stopping = true;
        if (process != null && process.isAlive()) {
            // By its handle: Process.destroy() closes the pipe too, and with it the last words of the process.
            var unused = process.toHandle().destroy();
        } else {
            supervisor.interrupt();
        }
    }

    /** Waits until the process that was told to stop has ended, and ends it by force when it takes too long. */
    public void awaitStop() throws InterruptedException {
        Process last;
        synchronized (this) {
            last = process;
        }
        if (last != null && !last.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            var unused = last.destroyForcibly().waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void supervise() {
        try {
            while (launch()) {
                Instant begin = Instant.now();
                int code = follow();
                if (isStopping()) {
                    return;
                }
                deaths = backoff.trusts(Duration.between(begin, Instant.now())) ? 1 : deaths + 1;
                Duration pause = backoff.after(deaths);
                report.accept("%s ended unexpectedly (exit code %d) and is started again in %d s; its log: %s"
                        .formatted(name, code, pause.toSeconds(), log.file()));
                Thread.sleep(pause);
            }
        } catch (IOException e) {
            report.accept("%s cannot be started: %s".formatted(name, e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean launch() throws IOException {
        if (stopping) {
            return false;
        }
        process = command.start();
        Files.writeString(command.directory().toPath().resolve("pid"), Long.toString(process.pid()));
        return true;
    }

    private int follow() throws IOException, InterruptedException {
        try (var guard = ProcessGuard.watch(process.pid(), "TERM", "KILL")) {
            log.copy(process.getInputStream());
            return process.waitFor();
        }
    }

    private synchronized boolean isStopping() {
        return stopping;
    }
}
