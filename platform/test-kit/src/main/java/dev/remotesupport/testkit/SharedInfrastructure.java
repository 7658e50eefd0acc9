package dev.remotesupport.testkit;

import dev.remotesupport.embedded.EmbeddedKafka;
import dev.remotesupport.embedded.EmbeddedPostgres;
import dev.remotesupport.embedded.Ports;
import dev.remotesupport.embedded.ServiceDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECPublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** Started at the first use, stopped with the JVM. Postgres and Kafka start one by one, when first asked for. */
final class SharedInfrastructure implements Infrastructure {
    private static SharedInfrastructure instance;

    private final Path home;
    private final KeyPair keys;
    private final String password = UUID.randomUUID().toString();
    private final Map<String, ServiceDatabase> databases = new ConcurrentHashMap<>();
    private EmbeddedPostgres postgres;
    private EmbeddedKafka kafka;

    private SharedInfrastructure() {
        try {
            home = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-kit")), "jvm");
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            keys = generator.generateKeyPair();
            Files.writeString(jwks(), Jwk.set(TestTokens.KEY_ID, (ECPublicKey) keys.getPublic()));
        } catch (IOException e) {
            throw new UncheckedIOException("No folder for the test infrastructure", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "test-infrastructure-stop"));
    }

    static synchronized SharedInfrastructure once() {
        if (instance == null) {
            instance = new SharedInfrastructure();
        }
        return instance;
    }

    @Override
    public synchronized Map<String, String> prepare(String service, List<String> migrations) {
        var database = databases.computeIfAbsent(
                service,
                name -> new ServiceDatabase(
                        name, UUID.randomUUID().toString(), UUID.randomUUID().toString()));
        database.prepare(postgres(), migrations);
        var config = new HashMap<String, String>();
        config.put("remote-support.service", service);
        config.put("quarkus.datasource.reactive.url", postgres().reactiveUrl());
        config.put("quarkus.datasource.username", database.app());
        config.put("quarkus.datasource.password", database.appPassword());
        config.put("remote-support.jwks-url", jwks().toUri().toString());
        config.put("mp.jwt.verify.publickey.location", jwks().toUri().toString());
        config.put("mp.jwt.verify.issuer", TestTokens.ISSUER);
        return config;
    }

    @Override
    public synchronized String jdbcUrl() {
        return postgres().jdbcUrl();
    }

    @Override
    public synchronized DataSource superuser() {
        return postgres().superuser();
    }

    @Override
    public synchronized String bootstrapServers() {
        return kafka().bootstrapServers();
    }

    @Override
    public byte[] signingKey() {
        return keys.getPrivate().getEncoded();
    }

    @Override
    public synchronized void stopPostgres() {
        postgres().close();
    }

    @Override
    public synchronized void startPostgres() {
        postgres = EmbeddedPostgres.start(home.resolve("postgres"), postgres.port(), password);
    }

    @Override
    public synchronized void stopKafka() {
        kafka().close();
    }

    @Override
    public synchronized void startKafka() {
        kafka = EmbeddedKafka.start(home.resolve("kafka"), kafka.port());
    }

    private EmbeddedPostgres postgres() {
        if (postgres == null) {
            postgres = EmbeddedPostgres.start(home.resolve("postgres"), Ports.free(), password);
        }
        return postgres;
    }

    private EmbeddedKafka kafka() {
        if (kafka == null) {
            kafka = EmbeddedKafka.start(home.resolve("kafka"), Ports.free());
        }
        return kafka;
    }

    private Path jwks() {
        return home.resolve("jwks.json").toAbsolutePath();
    }

    private synchronized void stop() {
        if (kafka != null) {
            kafka.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }
}
