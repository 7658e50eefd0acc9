package dev.remotesupport.chat.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.net.NetSocket;
import io.vertx.mutiny.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against S3Proxy, which refuses what is not signed as S3 wants it. */
class S3ObjectStoreTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final byte[] CONTENT = "My card was charged twice.".getBytes(StandardCharsets.UTF_8);

    private S3Bucket bucket;

    @BeforeEach
    void start() throws Exception {
        bucket = new S3Bucket();
    }

    @AfterEach
    void stop() throws Exception {
        bucket.close();
    }

    @Test
    void whatIsPutIsGotAndDeleted() {
        var store = bucket.store(S3Bucket.SECRET);

        store.put(KEY, CONTENT).await().indefinitely();

        assertThat(bucket.names()).containsExactly(KEY);
        assertThat(store.get(KEY).await().indefinitely()).isEqualTo(CONTENT);
        store.delete(KEY).await().indefinitely();
        store.delete(KEY).await().indefinitely();
        assertThat(bucket.names()).isEmpty();
        assertThatThrownBy(() -> store.get(KEY).await().indefinitely()).hasMessageContaining("404");
    }

    @Test
    void withAnotherSecretNothingIsKeptReadOrDeleted() {
        var stranger = bucket.store("guessed");
        bucket.store(S3Bucket.SECRET).put(KEY, CONTENT).await().indefinitely();

        assertThatThrownBy(() -> stranger.put("other", CONTENT).await().indefinitely())
                .hasMessageContaining("403");
        assertThatThrownBy(() -> stranger.get(KEY).await().indefinitely()).hasMessageContaining("403");
        assertThatThrownBy(() -> stranger.delete(KEY).await().indefinitely()).hasMessageContaining("403");
        assertThat(bucket.names()).containsExactly(KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b+c", "ä/ö ü", "100%", "a=b&c=d?e#f", "日本", "~a-b_c.d", "x'(y)*!"})
    void aNameOfAnySignsIsSignedAsItIsSent(String name) {
        var store = bucket.store(S3Bucket.SECRET);

        store.put(name, CONTENT).await().indefinitely();

        assertThat(bucket.names()).containsExactly(name);
        assertThat(store.get(name).await().indefinitely()).isEqualTo(CONTENT);
    }

    @Test
    void fiftyMegabytesComeBackAsTheyWere() {
        var content = new byte[50 * 1024 * 1024];
        new Random(1).nextBytes(content);
        var store = bucket.store(S3Bucket.SECRET);

        store.put(KEY, content).await().indefinitely();

        assertThat(store.get(KEY).await().indefinitely()).isEqualTo(content);
    }

    @Test
    void nothingIsSomethingToo() {
        var store = bucket.store(S3Bucket.SECRET);

        store.put(KEY, new byte[0]).await().indefinitely();

        assertThat(store.get(KEY).await().indefinitely()).isEmpty();
    }

    @Test
    void aBucketThatStumblesIsAskedAgain() {
        var vertx = Vertx.vertx();
        try {
            var dropped = new AtomicInteger();
            // Hangs up on the first two callers, and lets the third speak with the bucket.
            var stumbling = vertx.getDelegate().createNetServer().connectHandler(caller -> {
                if (dropped.incrementAndGet() <= 2) {
                    caller.close();
                } else {
                    connect(vertx, caller);
                }
            });
            int port = stumbling
                    .listen(0)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join()
                    .actualPort();

            S3Bucket.store(port, S3Bucket.SECRET).put(KEY, CONTENT).await().indefinitely();

            assertThat(bucket.names()).containsExactly(KEY);
            assertThat(dropped).hasValueGreaterThanOrEqualTo(3);
        } finally {
            vertx.closeAndAwait();
        }
    }

    @Test
    void theVaultKeepsItsFilesThereJustTheSame() {
        var store = bucket.store(S3Bucket.SECRET);
        var vault = new Vault(store, Optional.of(new Sealing("a master key of twenty characters")), Runnable::run);

        var name = vault.keep(CONTENT).await().indefinitely();

        assertThat(vault.find(name).await().indefinitely()).isEqualTo(CONTENT);
        assertThat(new String(store.get(name).await().indefinitely(), StandardCharsets.ISO_8859_1))
                .doesNotContain("card");
    }

    private void connect(Vertx vertx, NetSocket caller) {
        caller.pause();
        vertx.getDelegate()
                .createNetClient()
                .connect(bucket.port(), "127.0.0.1")
                .onSuccess(server -> {
                    caller.pipeTo(server);
                    server.pipeTo(caller);
                });
    }
}
