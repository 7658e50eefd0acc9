package dev.remotesupport.chat.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SealingTest {

    private static final byte[] CONTENT = "My card was charged twice.".getBytes(StandardCharsets.UTF_8);

    private final Sealing sealing = new Sealing("a master key of twenty characters");

    @Test
    void whatWasSealedOpensUnderItsName() {
        assertThat(sealing.open("a", sealing.seal("a", CONTENT))).isEqualTo(CONTENT);
        assertThat(sealing.open("b", sealing.seal("b", new byte[0]))).isEmpty();
    }

    @Test
    void nothingOfItShowsAndNoTwoAreAlike() {
        var box = sealing.seal("a", CONTENT);

        assertThat(new String(box, StandardCharsets.ISO_8859_1)).doesNotContain("card");
        assertThat(sealing.seal("a", CONTENT)).isNotEqualTo(box);
    }

    @Test
    void underAnotherNameItDoesNotOpen() {
        var box = sealing.seal("a", CONTENT);

        assertThatThrownBy(() -> sealing.open("b", box)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void withAnotherMasterKeyItDoesNotOpen() {
        var other = new Sealing("another master key of twenty");
        var box = sealing.seal("a", CONTENT);

        assertThatThrownBy(() -> other.open("a", box)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whicheverByteWasChangedItDoesNotOpen() {
        var box = sealing.seal("a", CONTENT);
        for (int i = 0; i < box.length; i++) {
            var changed = box.clone();
            changed[i] ^= 1;

            assertThatThrownBy(() -> sealing.open("a", changed)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void cutShortItDoesNotOpen() {
        assertThatThrownBy(() -> sealing.open("a", new byte[] {1, 2, 3})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aMasterKeyThatCanBeGuessedIsRefused() {
        assertThatThrownBy(() -> new Sealing("secret")).hasMessageContaining("20");
    }
}
