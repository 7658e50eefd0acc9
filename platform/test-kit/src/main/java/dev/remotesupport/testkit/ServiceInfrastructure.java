package dev.remotesupport.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * Gives a Quarkus test real Postgres and Kafka, the migrated schema of its service, and the key that {@link TestTokens}
 * signs with. Use it with {@code @WithTestResource(ServiceInfrastructure.class)}.
 *
 * <p>The service's name comes from the init argument {@code service}, else from {@code remote-support.service} in
 * application.properties. With the init argument {@code own-tokens=true} the service's own configuration of keys stays,
 * as the gateway needs it, which signs its tokens itself.
 */
public final class ServiceInfrastructure implements QuarkusTestResourceLifecycleManager {
    private Map<String, String> arguments = Map.of();

    @Override
    public void init(Map<String, String> initArgs) {
        arguments = initArgs;
    }

    @Override
    public Map<String, String> start() {
        var infrastructure = Infrastructure.ofThisJvm();
        String service = arguments.getOrDefault("service", serviceOfThisModule());
        var config = new HashMap<>(infrastructure.prepare(service, Migrations.ofThisModule()));
        config.put("kafka.bootstrap.servers", infrastructure.bootstrapServers());
        if (Boolean.parseBoolean(arguments.get("own-tokens"))) {
            config.keySet().removeIf(key -> key.startsWith("mp.jwt.") || key.equals("remote-support.jwks-url"));
        }
        return config;
    }

    /** The infrastructure outlives the test, for the next one. */
    @Override
    public void stop() {}

    private static String serviceOfThisModule() {
        try (var file = ClassLoader.getSystemResourceAsStream("application.properties")) {
            var properties = new Properties();
            if (file != null) {
                properties.load(file);
            }
            String service = properties.getProperty("remote-support.service");
            if (service == null) {
                throw new IllegalStateException(
                        "Say remote-support.service in application.properties, or the init argument 'service'");
            }
            return service;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
