package dev.remotesupport.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The whole suite as {@code ./run} starts it, on data of its own, for as long as a test class needs it. */
final class RunningSuite implements AutoCloseable {

    static final Path HOME =
            Path.of(System.getProperty("remote-support.home", ".")).toAbsolutePath();
    private static final long START_SECONDS = 240;

    private static RunningSuite shared;

    private final Process launcher;
    private final Path data;
    private final String baseUrl;
    private final JsonNode credentials;

    private RunningSuite(Process launcher, Path data) {
        this.launcher = launcher;
        this.data = data;
        try {
            credentials =
                    new ObjectMapper().readTree(data.resolve("credentials.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        baseUrl = credentials.get("baseUrl").asText();
    }

    /**
     * One of each service, the same for all tests that only need it to run; it stops with this JVM. While writing tests,
     * {@code -Dremote-support.suite=.local} takes the one that {@code ./run} has started.
     */
    static synchronized RunningSuite shared() {
        var running = System.getProperty("remote-support.suite", "");
        if (shared == null && !running.isEmpty()) {
            shared = new RunningSuite(null, Path.of(running));
        }
        if (shared == null) {
            shared = start(1, 1);
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    static RunningSuite start(int replicas, int gateways) {
        return start(replicas, gateways, Map.of());
    }

    /** @param environment settings of all processes, as environment variables */
    static RunningSuite start(int replicas, int gateways, Map<String, String> environment) {
        try {
            var data =
                    Files.createDirectories(HOME.resolve("e2e/target/suites")).resolve("data-" + System.nanoTime());
            int port = freePort();
            var command = new ProcessBuilder(command(data, port, replicas, gateways))
                    .directory(HOME.toFile())
                    .redirectErrorStream(true);
            command.environment().putAll(environment);
            var launcher = command.start();
            awaitReady(launcher);
            return new RunningSuite(launcher, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of one of the gateways, from 1. */
    String baseUrl(int gateway) {
        var first = URI.create(baseUrl);
        return "http://localhost:" + (first.getPort() + gateway - 1);
    }

    String baseUrl() {
        return baseUrl;
    }

    String siteKey() {
        return credentials.get("siteKey").asText();
    }

    String siteSecret() {
        return credentials.get("siteSecret").asText();
    }

    String apiKey() {
        return credentials.get("apiKey").asText();
    }

    /** The nth account of a role, from 0. */
    Account account(String role, int index) {
        return account(credentials, role, index);
    }

    Account accountOfOtherOrganisation(String role) {
        return account(credentials.get("other"), role, 0);
    }

    /** Kills one process the hard way; its supervisor starts it again after a while. */
    void kill(String instance) {
        var process = launcher.toHandle()
                .descendants()
                .filter(one -> worksIn(one, folder(instance)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no process of " + instance));
        if (!process.destroyForcibly()) {
            throw new IllegalStateException(instance + " could not be killed");
        }
    }

    Outage stopPostgres() {
        return Outage.ofPostgres(data.resolve("postgres"));
    }

    Outage freezeKafka() {
        return Outage.ofKafka(launcher.toHandle());
    }

    /** A figure of one process's metrics, 0 when it has none of that name. */
    double metric(String instance, String name) {
        var config = new Properties();
        try (var in = Files.newInputStream(folder(instance).resolve("config/application.properties"))) {
            config.load(in);
            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                                            + config.getProperty("quarkus.management.port") + "/q/metrics"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return answer.body()
                    .lines()
                    .filter(line -> line.startsWith(name))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Path data() {
        return data;
    }

    @Override
    public void close() {
        // By its handle: Process.destroy() closes the pipe too, which somebody still reads from.
        var unused = launcher.toHandle().destroy();
        try {
            if (!launcher.waitFor(40, TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
                throw new IllegalStateException("the launcher did not stop within 40 s of TERM");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    record Account(String email, String password) {}

    private static Account account(JsonNode organisation, String role, int index) {
        var matching = organisation.get("users").findParents("role").stream()
                .filter(user -> user.get("role").asText().equals(role))
                .toList();
        var user = matching.get(index);
        return new Account(user.get("email").asText(), user.get("password").asText());
    }

    private Path folder(String instance) {
        return data.resolve("processes").resolve(instance);
    }

    private static boolean worksIn(ProcessHandle process, Path folder) {
        try {
            return Path.of("/proc", Long.toString(process.pid()), "cwd")
                    .toRealPath()
                    .equals(folder.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> command(Path data, int port, int replicas, int gateways) throws IOException {
        var module = HOME.resolve("deploy/local/target");
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms48m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dremote-support.home=" + HOME,
                "-cp",
                module.resolve("classes") + ":"
                        + Files.readString(module.resolve("class-path.txt")).trim(),
                "dev.remotesupport.local.Launcher",
                "--port=" + port,
                "--data=" + data,
                "--replicas=" + replicas,
                "--gateways=" + gateways);
    }

    private static void awaitReady(Process launcher) {
        var ready = new CompletableFuture<Void>();
        var said = new StringBuffer();
        Thread.ofPlatform().daemon().name("launcher-output").start(() -> {
            try (var lines =
                    new BufferedReader(new InputStreamReader(launcher.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    said.append(line).append('\n');
                    if (line.startsWith("Ready: ")) {
                        ready.complete(null);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                ready.completeExceptionally(new IllegalStateException("the launcher stopped:\n" + said));
            }
        });
        try {
            ready.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            launcher.destroy();
            throw new IllegalStateException("the suite did not become ready:\n" + said, e);
        }
    }

    private static int freePort() throws IOException {
        // Two in a row: the second gateway listens on the port after the first's. Below those of outgoing connections,
        // and of the services.
        for (int attempt = 0; attempt < 50; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(18_000, 19_998);
            try (var first = new ServerSocket(port);
                    var second = new ServerSocket(port + 1)) {
                return second.getLocalPort() - 1;
            } catch (IOException e) {
                continue;
            }
        }
        throw new IOException("no two free ports in a row");
    }
}
