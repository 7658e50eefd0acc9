package dev.remotesupport.local;

import dev.remotesupport.embedded.EmbeddedKafka;
import dev.remotesupport.embedded.EmbeddedPostgres;
import dev.remotesupport.embedded.Ports;
import dev.remotesupport.local.process.BoundedLog;
import dev.remotesupport.local.process.SupervisedProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Everything that runs: Postgres and Kafka in this JVM, the services beside it. */
final class Suite implements AutoCloseable {
    private static final long LOG_BYTES = 8 << 20;

    private final Path home;
    private final DataFolder data;
    private final Layout layout;
    private final ServiceConfig config;
    private final Progress progress;
    private final Map<Instance, SupervisedProcess> processes = new LinkedHashMap<>();
    private EmbeddedPostgres postgres;
    private CompletableFuture<EmbeddedKafka> kafka = new CompletableFuture<>();
    private boolean closed;

    Suite(Path home, DataFolder data, Layout layout, ServiceConfig config, Progress progress) {
        this.home = home;
        this.data = data;
        this.layout = layout;
        this.config = config;
        this.progress = progress;
    }

    /**
     * Starts all of it and returns when every process is ready. A service starts as soon as its schema is up to date, the
     * slowest first; it does not need Kafka for that.
     */
    void start() throws InterruptedException {
        int kafkaPort = Ports.free();
        kafka = CompletableFuture.supplyAsync(
                () -> EmbeddedKafka.start(data.folder("kafka"), kafkaPort), Thread.ofPlatform()::start);
        postgres = EmbeddedPostgres.start(
                data.resolve("postgres"), Ports.free(), config.secrets().get("database"));
        progress.done("Postgres runs");
        for (Service service : Service.values()) {
            config.database(service).prepare(postgres, service.migrations(home));
            for (Instance instance : layout.of(service)) {
                launch(instance, config.text(instance, postgres.reactiveUrl(), "127.0.0.1:" + kafkaPort));
            }
        }
        progress.done("The schemas of the services are up to date");
        awaitKafka();
        new Readiness().await(processes, instance -> progress.done(instance.name() + " is ready"));
    }

    /** Stops the services, then what they stand on. */
    @Override
    public void close() {
        List<SupervisedProcess> running;
        synchronized (this) {
            closed = true;
            running = List.copyOf(processes.values());
        }
        running.forEach(SupervisedProcess::stop);
        try {
            for (var process : running) {
                process.awaitStop();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (kafka.isDone() && !kafka.isCompletedExceptionally()) {
            kafka.join().close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    /** Memory in MB of everything that runs, by name. */
    Map<String, Long> memory() {
        var memory = new LinkedHashMap<String, Long>();
        memory.put(
                "launcher with Kafka", Memory.ofProcess(ProcessHandle.current().pid()));
        memory.put("Postgres", Memory.ofTree(postgres.pid()));
        processes.values().forEach(process -> memory.put(process.name(), Memory.ofTree(process.pid())));
        return memory;
    }

    private void awaitKafka() {
        try {
            var unused = kafka.join();
        } catch (CompletionException e) {
            throw new StartFailure("Kafka does not start: " + e.getCause().getMessage(), e.getCause());
        }
        progress.done("Kafka runs");
    }

    private synchronized void launch(Instance instance, String configuration) {
        if (closed) {
            return;
        }
        Path folder = data.folder("processes/" + instance.name());
        PrivateFile.write(
                data.folder("processes/%s/config".formatted(instance.name())).resolve("application.properties"),
                configuration);
        var log = new BoundedLog(data.folder("logs").resolve(instance.name() + ".log"), LOG_BYTES);
        var process = new SupervisedProcess(instance.name(), command(instance.service()), folder, log, progress::say);
        processes.put(instance, process);
        process.start();
    }

    private List<String> command(Service service) {
        Path application = service.application(home);
        if (!Files.exists(application)) {
            throw new StartFailure("%s is not built: %s is missing. Run ./mvnw package -DskipTests."
                    .formatted(service.module(), application));
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + service.heapMegabytes() + "m");
        command.addAll(List.of("-XX:+UseSerialGC", "-Xss512k", "-XX:+ExitOnOutOfMemoryError"));
        // Loading classes would else collect the whole heap several times, a tenth of a second each.
        command.add("-XX:MetaspaceSize=128m");
        // What starting and compiling took goes back to the machine; a JDK before 22 cannot.
        command.addAll(List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:TrimNativeHeapInterval=5000"));
        if (service.isBusy()) {
            // What a message needs lives for milliseconds: the larger the young generation, the less of it is ever
            // kept.
            command.add("-XX:NewRatio=1");
        } else {
            // A quick start and little memory count for more than the last bit of speed.
            command.addAll(List.of("-Xms48m", "-XX:TieredStopAtLevel=1"));
        }
        command.addAll(List.of("-jar", application.toString()));
        return command;
    }
}
