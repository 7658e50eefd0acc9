package dev.remotesupport.local;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The six services, in the order in which they are started: the slowest first. */
enum Service {
    GATEWAY("gateway", "gateway", 224),
    SESSION("session", "session-service", 112),
    SIGNALING("signaling", "signaling-service", 160),
    CHAT("chat", "chat-service", 112),
    DEVICE("device", "device-service", 96),
    STATS("stats", "stats-service", 96);

    /** The services that people reach through the gateway only. */
    static final Set<Service> BEHIND_THE_GATEWAY = EnumSet.complementOf(EnumSet.of(GATEWAY));

    private final String schema;
    private final String module;
    private final int heapMegabytes;

    Service(String schema, String module, int heapMegabytes) {
        this.schema = schema;
        this.module = module;
        this.heapMegabytes = heapMegabytes;
    }

    /** Name of its schema and, in {@code remote-support.upstreams}, of the service. */
    String schema() {
        return schema;
    }

    /** Name of its folder and, in {@code remote-support.peers}, of the service. */
    String module() {
        return module;
    }

    /** Whether every message and every frame of a page goes through it. */
    boolean isBusy() {
        return this == GATEWAY || this == CHAT || this == SIGNALING;
    }

    int heapMegabytes() {
        return heapMegabytes;
    }

    Path application(Path home) {
        return home.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }

    List<String> migrations(Path home) {
        return List.of(
                "filesystem:" + home.resolve("platform/src/main/resources/db/platform"),
                "filesystem:" + home.resolve(module).resolve("src/main/resources/db/migration"));
    }
}
