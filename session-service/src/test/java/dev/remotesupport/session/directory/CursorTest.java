package dev.remotesupport.session.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void aPlaceSurvivesTheWayToTheClientAndBack() {
        var place = new Cursor(Instant.parse("2026-03-01T10:00:00.123456Z"), UUID.randomUUID());

        assertThat(Cursor.decoded(place.encoded())).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "MjAyNg", "MjAyNi0wMy0wMVQxMDowMDowMFogeA"})
    void whatIsNoPlaceIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cursor.decoded(text))
                .withMessageContaining("next");
    }
}
