package dev.remotesupport.local;

import dev.remotesupport.embedded.ServiceDatabase;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The configuration of a process. It is written to a file of its own, because arguments and environment can be read by
 * others and passwords are among it.
 */
record ServiceConfig(Layout layout, DataFolder data, Secrets secrets) {
    private static final String LOOPBACK = "127.0.0.1";

    ServiceDatabase database(Service service) {
        return new ServiceDatabase(
                service.schema(),
                secrets.get("database." + service.schema() + ".owner"),
                secrets.get("database." + service.schema() + ".app"));
    }

    /**
     * The text of {@code config/application.properties} in the process's folder, where Quarkus looks for it.
     *
     * @param postgres URL of the database
     * @param kafka address of the broker
     */
    String text(Instance instance, String postgres, String kafka) {
        return properties(instance, postgres, kafka).entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private Map<String, String> properties(Instance instance, String postgres, String kafka) {
        var database = database(instance.service());
        var config = new TreeMap<String, String>();
        config.put("quarkus.http.host", LOOPBACK);
        config.put("quarkus.http.port", Integer.toString(instance.port()));
        config.put("quarkus.management.host", LOOPBACK);
        config.put("quarkus.management.port", Integer.toString(instance.managementPort()));
        config.put("quarkus.datasource.reactive.url", postgres);
        config.put("quarkus.datasource.username", database.app());
        config.put("quarkus.datasource.password", database.appPassword());
        config.put("kafka.bootstrap.servers", kafka);
        config.put("remote-support.jwks-url", layout.peer(Service.GATEWAY, 1).url() + "/.well-known/jwks.json");
        for (Service peer : Service.values()) {
            config.put(
                    "remote-support.peers." + peer.module(),
                    layout.peer(peer, instance.number()).url());
        }
        if (instance.service() == Service.SIGNALING) {
            // Word for word as the gateway's list has it, where the owner of a room is looked up.
            config.put("remote-support.signaling.address", LOOPBACK + ":" + instance.port());
            config.put("remote-support.signaling.encryption-key", secrets.get("signaling-encryption-key"));
        }
        if (instance.service() == Service.CHAT) {
            config.put("remote-support.chat.files.master-key", secrets.get("chat-files-key"));
            config.put("remote-support.chat.files.folder", data.resolve("files").toString());
            config.put(
                    "remote-support.chat.mail.console",
                    "http://localhost:" + layout.peer(Service.GATEWAY, 1).port());
        }
        if (instance.service() == Service.GATEWAY) {
            config.put("remote-support.setup-token", secrets.get("setup-token"));
            config.put("remote-support.encryption-key", secrets.get("encryption-key"));
            config.put("remote-support.demo-file", data.resolve("demo.json").toString());
            for (Service upstream : Service.BEHIND_THE_GATEWAY) {
                config.put("remote-support.upstreams." + upstream.schema(), layout.addresses(upstream));
            }
        }
        return config;
    }
}
