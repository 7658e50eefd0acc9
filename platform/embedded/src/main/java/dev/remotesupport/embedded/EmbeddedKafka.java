package dev.remotesupport.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** One Kafka broker with the event topics, in this JVM, on the loopback address. */
public final class EmbeddedKafka implements AutoCloseable {
    /** Every topic of the suite. */
    public static final List<String> TOPICS = List.of(
            "identity.events.v1",
            "session.events.v1",
            "desk.events.v1",
            "call.events.v1",
            "chat.events.v1",
            "signaling.events.v1",
            "device.events.v1");

    private static final int PARTITIONS = 6;

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedKafka(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the broker, on what an earlier start left in the data directory if there is something.
     *
     * @param data directory of the broker's files; made when missing and kept at the end
     * @param port free port on the loopback address
     */
    public static EmbeddedKafka start(Path data, int port) {
        Thread caller = Thread.currentThread();
        ClassLoader callersLoader = caller.getContextClassLoader();
        // The broker loads its parts by name through the context class loader, which in a Quarkus test is another one.
        caller.setContextClassLoader(EmbeddedKafka.class.getClassLoader());
        try {
            Properties settings = settings(data, port);
            format(data, settings);
            var server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
            server.startup();
            var kafka = new EmbeddedKafka(server, port);
            kafka.createTopics();
            return kafka;
        } finally {
            caller.setContextClassLoader(callersLoader);
        }
    }

    /** The value of {@code kafka.bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** Stops the broker cleanly, so that the next start need not wait for its old registration to expire. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static Properties settings(Path data, int port) {
        int controller = Ports.free();
        var settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("listeners", "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controller));
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
        settings.put("log.dirs", data.toAbsolutePath().toString());
        settings.put("auto.create.topics.enable", "false");
        // One broker has one copy of everything.
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "3");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "1");
        // Consumers of a start or a test come and go quickly, and so does the broker.
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
        // Events are kept for a day, in little memory: the defaults are those of a large machine.
        settings.put("log.retention.hours", "24");
        settings.put("log.segment.bytes", Integer.toString(16 << 20));
        settings.put("log.index.size.max.bytes", Integer.toString(1 << 20));
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(2 << 20));
        settings.put("log.cleaner.io.buffer.size", Integer.toString(128 << 10));
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "2");
        settings.put("background.threads", "2");
        return settings;
    }

    private static void format(Path data, Properties settings) {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(data);
            Path file = Files.createTempFile("kafka", ".properties");
            try {
                try (OutputStream out = Files.newOutputStream(file)) {
                    settings.store(out, null);
                }
                var quiet = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
                String[] arguments = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
                if (StorageTool.execute(arguments, quiet) != 0) {
                    throw new IllegalStateException("Kafka could not prepare " + data);
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka could not prepare " + data, e);
        }
    }

    private void createTopics() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            Set<String> present = admin.listTopics().names().get();
            var missing = TOPICS.stream()
                    .filter(topic -> !present.contains(topic))
                    .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1))
                    .collect(Collectors.toSet());
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            close();
            throw new IllegalStateException("Kafka has no topics", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new IllegalStateException("Interrupted while Kafka started", e);
        }
    }
}
