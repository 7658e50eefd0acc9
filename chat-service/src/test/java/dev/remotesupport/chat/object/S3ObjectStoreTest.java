package dev.remotesupport.chat.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.remotesupport.chat.ChatConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a bucket that, as S3 does, signs what reached it once more and refuses what differs. */
class S3ObjectStoreTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final byte[] CONTENT = "My card was charged twice.".getBytes(StandardCharsets.UTF_8);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final AtomicInteger failures = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whatIsPutIsGotAndDeleted() {
        var store = store("secret");

        store.put(KEY, CONTENT).await().indefinitely();

        assertThat(objects).containsOnlyKeys("/files/" + KEY);
        assertThat(store.get(KEY).await().indefinitely()).isEqualTo(CONTENT);
        store.delete(KEY).await().indefinitely();
        store.delete(KEY).await().indefinitely();
        assertThat(objects).isEmpty();
        assertThatThrownBy(() -> store.get(KEY).await().indefinitely()).hasMessageContaining("404");
    }

    @Test
    void aBucketThatStumblesIsAskedAgain() {
        failures.set(2);

        store("secret").put(KEY, CONTENT).await().indefinitely();

        assertThat(objects).hasSize(1);
    }

    @Test
    void withAnotherSecretNothingIsKept() {
        assertThatThrownBy(() -> store("guessed").put(KEY, CONTENT).await().indefinitely())
                .hasMessageContaining("403");
        assertThat(objects).isEmpty();
    }

    @Test
    void theVaultKeepsItsFilesThereJustTheSame() {
        var vault = new Vault(
                store("secret"), Optional.of(new Sealing("a master key of twenty characters")), Runnable::run);

        var name = vault.keep(CONTENT).await().indefinitely();

        assertThat(vault.find(name).await().indefinitely()).isEqualTo(CONTENT);
        assertThat(objects.get("/files/" + name)).isNotEqualTo(CONTENT);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var path = exchange.getRequestURI().getRawPath();
        var status = failures.getAndDecrement() > 0 ? 503 : isSigned(exchange, path, body) ? 200 : 403;
        byte[] content = {};
        if (status == 200) {
            switch (exchange.getRequestMethod()) {
                case "PUT" -> objects.put(path, body);
                case "DELETE" -> status = objects.remove(path) == null ? 404 : 204;
                default -> {
                    status = objects.containsKey(path) ? 200 : 404;
                    content = objects.getOrDefault(path, content);
                }
            }
        }
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        if (content.length > 0) {
            exchange.getResponseBody().write(content);
        }
        exchange.close();
    }

    private static boolean isSigned(HttpExchange exchange, String path, byte[] body) {
        var headers = exchange.getRequestHeaders();
        var at = Instant.from(TIME.parse(headers.getFirst("x-amz-date")));
        var expected = new S3Signature("chat", "secret", "eu-central-1")
                .headers(exchange.getRequestMethod(), headers.getFirst("Host"), path, body, at);
        return expected.get("authorization").equals(headers.getFirst("Authorization"))
                && expected.get("x-amz-content-sha256").equals(headers.getFirst("x-amz-content-sha256"));
    }

    private S3ObjectStore store(String secret) {
        var endpoint = URI.create("http://localhost:" + server.getAddress().getPort());
        return new S3ObjectStore(new Bucket(endpoint, "files", Optional.of("eu-central-1"), "chat", secret));
    }

    private record Bucket(URI endpoint, String name, Optional<String> region, String accessKey, String secretKey)
            implements ChatConfig.Bucket {}
}
