package dev.remotesupport.chat.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remotesupport.platform.problem.ProblemException;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    private static final byte[] CONTENT = "My card was charged twice.".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.closeAndAwait();
    }

    @Test
    void whatIsKeptIsFoundAndEncryptedOnTheDisk() throws IOException {
        var vault = vault();

        var name = vault.keep(CONTENT).await().indefinitely();

        assertThat(vault.find(name).await().indefinitely()).isEqualTo(CONTENT);
        assertThat(files()).singleElement().satisfies(file -> {
            assertThat(file.getFileName()).hasToString(name);
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("card");
        });
    }

    @Test
    void whatIsForgottenIsGoneAndMayBeForgottenTwice() throws IOException {
        var vault = vault();
        var name = vault.keep(CONTENT).await().indefinitely();

        vault.forget(name).await().indefinitely();
        vault.forget(name).await().indefinitely();

        assertThat(files()).isEmpty();
        assertThatThrownBy(() -> vault.find(name).await().indefinitely()).isNotNull();
    }

    @Test
    void noNameLeadsOutOfTheFolder() {
        var vault = vault();

        assertThatThrownBy(() -> vault.find("../../etc/passwd").await().indefinitely())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutAMasterKeyNothingIsKept() throws IOException {
        var vault = new Vault(new DiskObjectStore(vertx, folder), Optional.empty(), Runnable::run);

        assertThatThrownBy(() -> vault.keep(CONTENT).await().indefinitely())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.kind().code()).isEqualTo("files-off"));
        assertThat(files()).isEmpty();
    }

    private Vault vault() {
        return new Vault(
                new DiskObjectStore(vertx, folder),
                Optional.of(new Sealing("a master key of twenty characters")),
                Runnable::run);
    }

    private Stream<Path> files() throws IOException {
        return Files.walk(folder).filter(Files::isRegularFile);
    }
}
