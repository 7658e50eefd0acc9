package dev.remotesupport.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretBoxTest {

    private static final byte[] SECRET = "a secret".getBytes(StandardCharsets.UTF_8);

    private final SecretBox box = new SecretBox("a long enough key");

    @Test
    void opensForItsOwnerWithItsKeyOnly() {
        byte[] sealed = box.seal(SECRET, "site-1");

        assertThat(box.open(sealed, "site-1")).isEqualTo(SECRET);
        assertThatThrownBy(() -> box.open(sealed, "site-2")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new SecretBox("another long key").open(sealed, "site-1"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sameSecretNeverLooksTheSame() {
        assertThat(box.seal(SECRET, "site-1")).isNotEqualTo(box.seal(SECRET, "site-1"));
    }
}
