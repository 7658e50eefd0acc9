package dev.remotesupport.chat.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.chat.masking.Masker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedNameTest {

    @ParameterizedTest
    @CsvSource({
        "invoice 2026-05.pdf, invoice 2026-05.pdf",
        "card 4111 1111 1111 1111.png, card •••• •••• •••• 1111.png",
        "4111111111111111.txt, •••• •••• •••• 1111.txt",
        "4111.1111.1111.1111, •••• •••• •••• 1111"
    })
    void secretsInANameAreMaskedAndItsEndingStays(String name, String kept) {
        assertThat(MaskedName.of(name, Masker.standard())).isEqualTo(kept);
    }

    @Test
    void aNameStaysShortEnoughToBeKept() {
        var name = "a ".repeat(90) + "4111111111111111.png";

        var kept = MaskedName.of(name, Masker.standard());

        assertThat(kept).hasSizeLessThanOrEqualTo(200).endsWith(".png").doesNotContain("4111");
    }
}
