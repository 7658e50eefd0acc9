package dev.remotesupport.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Ends a process when this JVM ends in whatever way, SIGKILL included.
 *
 * <p>A small shell holds the reading end of a pipe that only our death closes. It is deaf to the signals of a terminal,
 * so a Ctrl-C leaves it at its post.
 */
public final class ProcessGuard implements AutoCloseable {
    private static final int GRACE_SECONDS = 15;
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            read -r done && exit 0
            kill -s "$2" "$1" 2>/dev/null
            waited=0
            while kill -0 "$1" 2>/dev/null; do
              [ "$waited" -lt "$4" ] || kill -s "$3" "$1" 2>/dev/null
              [ "$waited" -lt "$(($4 + 5))" ] || exit 1
              waited=$((waited + 1))
              sleep 1
            done
            """;

    private final Process shell;

    private ProcessGuard(Process shell) {
        this.shell = shell;
    }

    /**
     * Watches over a process.
     *
     * @param pid the process to end
     * @param gentle the signal that asks it to stop, such as {@code TERM}
     * @param firm the signal that follows when it has not stopped after {@value #GRACE_SECONDS} s, such as {@code KILL}
     */
    public static ProcessGuard watch(long pid, String gentle, String firm) {
        try {
            var command = new ProcessBuilder(
                    "/bin/sh",
                    "-c",
                    SCRIPT,
                    "guard",
                    Long.toString(pid),
                    gentle,
                    firm,
                    Integer.toString(GRACE_SECONDS));
            return new ProcessGuard(command.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("No guard for process " + pid, e);
        }
    }

    /** Dismisses the guard; the process it watched has ended or is free to go on. */
    @Override
    public void close() {
        try (OutputStream pipe = shell.getOutputStream()) {
            pipe.write("done\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            shell.destroyForcibly();
        }
    }
}
