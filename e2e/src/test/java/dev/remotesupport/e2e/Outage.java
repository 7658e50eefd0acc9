package dev.remotesupport.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Something that a suite stands on is away until this is closed. */
record Outage(Runnable end) implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    /** The server whose files are in this folder stops in the middle of its work, as it would in a crash. */
    static Outage ofPostgres(Path folder) {
        var server = postmaster(folder);
        var control = Path.of(server.info().command().orElseThrow()).resolveSibling("pg_ctl");
        signal("QUIT", server);
        var unused =
                server.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        return new Outage(() -> startPostgres(control, folder));
    }

    /** Kafka lives in the launcher's process: it neither answers nor closes its connections. */
    static Outage ofKafka(ProcessHandle launcher) {
        signal("STOP", launcher);
        return new Outage(() -> signal("CONT", launcher));
    }

    @Override
    public void close() {
        end.run();
    }

    private static ProcessHandle postmaster(Path folder) {
        try {
            var lines = Files.readAllLines(folder.resolve("postmaster.pid"));
            return ProcessHandle.of(Long.parseLong(lines.getFirst().trim())).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the options that it was first started with: "restart" reads them, "start" does not. */
    private static void startPostgres(Path control, Path folder) {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            // Postgres refuses to run as root; in a user namespace of its own it does not see that it is.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(control.toString(), "restart", "-w", "-D", folder.toString()));
        run(command);
    }

    private static void signal(String name, ProcessHandle process) {
        run(List.of("kill", "-" + name, Long.toString(process.pid())));
    }

    private static void run(List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("failed: " + String.join(" ", command));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
