package dev.remotesupport.session.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactMaskTest {

    @ParameterizedTest
    @CsvSource({
        "grace@example.com, g***@example.com",
        "g@example.com, g***@example.com",
        "Grace.Hopper+shop@mail.example.co.uk, G***@mail.example.co.uk",
        "écrit.à@exemple.fr, é***@exemple.fr",
        "write to grace@example.com please, write to g***@example.com please",
        "a@b.c;d@e.f, a***@b.c;d***@e.f",
        "+31 6 1234 5678, ***78",
        "(030) 123-45-67, ***67",
        "call 0612345678 now, call ***78 now",
        "+1.202.555.0143, ***43",
    })
    void whatReachesAPersonIsMasked(String text, String masked) {
        assertThat(ContactMask.of(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Grace Hopper",
                "c-1042",
                "order 123456",
                "5f0a7b46-1234-4567-8901-123456789012",
                "12345678-1234-1234-1234-123456789012",
                "2026-11-26",
                "",
            })
    void whatDoesNotStays(String text) {
        assertThat(ContactMask.of(text)).isEqualTo(text);
    }
}
