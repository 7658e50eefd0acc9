package dev.remotesupport.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

class TestKitTest {
    private static final UUID ORGANISATION = UUID.randomUUID();

    @Test
    void aDatabaseIsFreshAndUnderRowLevelSecurity() {
        try (var first = TestDatabase.create("demo", "classpath:db/demo");
                var second = TestDatabase.create("demo", "classpath:db/demo")) {
            String insert = "INSERT INTO thing (organisation_id) VALUES ('%s')".formatted(ORGANISATION);
            var inserted = first.pool()
                    .withTransaction(connection -> connection
                            .query("SELECT set_config('app.organisation', '%s', true)".formatted(ORGANISATION))
                            .execute()
                            .chain(() -> connection.query(insert).execute()));

            assertThat(inserted.await().indefinitely().rowCount()).isOne();
            assertThatThrownBy(() -> second.pool().query(insert).executeAndAwait())
                    .hasMessageContaining("row-level security");
            assertThat(first.pool().query("SELECT FROM thing").executeAndAwait().size())
                    .isZero();
        }
    }

    @Test
    void postgresComesBackWhereItWas() {
        try (var database = TestDatabase.create("demo", "classpath:db/demo")) {
            Outage.stopPostgres();
            try {
                assertThatThrownBy(() -> database.pool().query("SELECT 1").executeAndAwait())
                        .isNotNull();
            } finally {
                Outage.startPostgres();
            }
            assertThat(database.pool().query("SELECT 1").executeAndAwait().size())
                    .isOne();
        }
    }

    @Test
    void aCollectorSeesWhatIsPublishedOnceItListens() throws Exception {
        String topic = "chat.events.v1";
        String key = UUID.randomUUID().toString();
        try (var collector = EventCollector.on(topic);
                var producer = new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", TestKafka.bootstrapServers()),
                        new StringSerializer(),
                        new StringSerializer())) {
            var message = new ProducerRecord<>(topic, key, "{}");
            message.headers().add("ce_type", "MessagePosted".getBytes(StandardCharsets.UTF_8));
            producer.send(message).get();
            Outage.stopKafka();
            Outage.startKafka();
            producer.send(message).get();

            assertThat(collector.await(event -> key.equals(event.key())).type()).isEqualTo("MessagePosted");
            collector.await(event -> collector.events("MessagePosted", key).size() == 2);
        }
    }

    @Test
    void tokensHaveTheClaimsOfTheGateways() throws Exception {
        UUID session = UUID.randomUUID();
        String token = TestTokens.participant(
                        TestTokens.staff(ORGANISATION, "team_lead"), session, UUID.randomUUID(), "technician", "tab-1")
                .sign();

        JwtClaims claims = verifier().processToClaims(token);

        assertThat(claims.getStringListClaimValue("groups"))
                .containsExactlyInAnyOrder("staff", "team_lead", "participant");
        assertThat(claims.getClaimsMap())
                .containsEntry("org", ORGANISATION.toString())
                .containsEntry("session", session.toString())
                .containsEntry("kind", "staff")
                .containsKeys("jti", "sub", "name", "email", "participant", "seat", "tab");
    }

    @Test
    void badTokensAreReallyBad() throws Exception {
        var token = TestTokens.visitor(ORGANISATION, UUID.randomUUID());

        assertThat(verifier().processToClaims(token.sign()).getSubject()).isEqualTo(token.id());
        for (String bad : new String[] {token.expired(), token.foreign(), token.tampered()}) {
            assertThatThrownBy(() -> verifier().processToClaims(bad)).isInstanceOf(InvalidJwtException.class);
        }
    }

    /** Reads the key as a service does: from the file that its configuration names. */
    private static JwtConsumer verifier() throws Exception {
        Map<String, String> config = Infrastructure.ofThisJvm().prepare("demo", List.of("classpath:db/demo"));
        Path jwks = Path.of(URI.create(config.get("mp.jwt.verify.publickey.location")));
        var keys = new JsonWebKeySet(Files.readString(jwks)).getJsonWebKeys();
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys))
                .setExpectedIssuer("remote-support")
                .build();
    }
}
