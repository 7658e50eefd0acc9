package dev.remotesupport.local;

import dev.remotesupport.local.seed.Seed;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.handlers.SizeRotatingFileHandler;

/** Starts the suite, says when it is ready, and stops it when asked to. */
public final class Launcher {
    private static final long LOG_BYTES = 8 << 20;

    private final Options options;
    private final Progress progress;

    private Launcher(Options options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var progress = new Progress(out);
        try {
            var options = Options.of(List.of(arguments));
            if (options.help()) {
                out.print(Options.HELP);
            } else {
                new Launcher(options, progress).run();
            }
        } catch (StartFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (RuntimeException e) {
            Logger.getLogger(Launcher.class.getName()).log(Level.SEVERE, "Start failed", e);
            System.err.println("Remote Support does not start: " + e.getMessage());
            System.exit(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() throws InterruptedException {
        var data = DataFolder.open(
                options.data(),
                "process %d, %s".formatted(ProcessHandle.current().pid(), options.baseUrl()));
        var layout = Layout.of(options);
        logTo(data.folder("logs").resolve("launcher.log"));
        var secrets = new Secrets(data.resolve("secrets.properties"));
        var suite = new Suite(
                Path.of(System.getProperty("remote-support.home", ".")).toAbsolutePath(),
                data,
                layout,
                new ServiceConfig(layout, data, secrets),
                progress);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(suite), "stop"));
        progress.say("Remote Support starts on %s; its data: %s, its logs: %s"
                .formatted(options.baseUrl(), options.data(), options.data().resolve("logs")));
        suite.start();
        var origins = layout.of(Service.GATEWAY).stream()
                .map(gateway -> "http://localhost:" + gateway.port())
                .toList();
        var file = data.resolve("credentials.json");
        var credentials = new Seed(origins, secrets).ensure(file, data.resolve("demo.json"));
        progress.done("Organisations, users and the shop's site are there");
        progress.say(Announcement.of(credentials, options.data().resolve("credentials.json")));
        progress.say("Ready: " + options.baseUrl());
        if (options.measure()) {
            measure(suite);
            System.exit(0);
        }
        Thread.currentThread().join();
    }

    private void stop(Suite suite) {
        progress.say("Stopping.");
        suite.close();
        progress.say("Stopped; the data stays in " + options.data() + ".");
    }

    private void measure(Suite suite) {
        progress.say("%nReady after %.1f s".formatted(progress.elapsed().toMillis() / 1000.0));
        progress.say("Memory (proportional set size)");
        long sum = 0;
        for (var entry : suite.memory().entrySet()) {
            progress.say("  %-24s %5d MB".formatted(entry.getKey(), entry.getValue()));
            sum += entry.getValue();
        }
        progress.say("  %-24s %5d MB".formatted("all", sum));
    }

    private static void logTo(Path file) {
        try {
            var handler = new SizeRotatingFileHandler(file.toFile(), true, LOG_BYTES, 1);
            handler.setFormatter(new PatternFormatter("%d{yyyy-MM-dd HH:mm:ss,SSS} %-5p [%c{2.}] %s%e%n"));
            var root = Logger.getLogger("");
            root.setLevel(Level.INFO);
            root.addHandler(handler);
        } catch (IOException e) {
            throw new UncheckedIOException("No log can be written to " + file, e);
        }
    }
}
