package dev.remotesupport.session.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final Instant TIME = Instant.parse("2026-03-01T10:00:00.123456Z");

    @ParameterizedTest
    @CsvSource({"NEWEST,''", "OLDEST,''", "STATUS,ended", "STAFF,''", "STAFF,Ada de Vries", "CUSTOMER,Grace"})
    void aPlaceSurvivesTheWayToTheClientAndBack(Sort sort, String key) {
        var place = new Cursor(sort, TIME, UUID.randomUUID(), key);

        assertThat(Cursor.decoded(place.encoded(), sort)).isEqualTo(place);
    }

    @Test
    void theLongestNameFits() {
        var place = new Cursor(Sort.CUSTOMER, TIME, UUID.randomUUID(), "\uD83D\uDE00".repeat(200));

        assertThat(place.encoded()).hasSizeLessThanOrEqualTo(Cursor.LENGTH);
    }

    @Test
    void aPlaceBelongsToItsSort() {
        var place = new Cursor(Sort.STAFF, TIME, UUID.randomUUID(), "Ada");

        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.decoded(place.encoded(), Sort.CUSTOMER));
    }

    @Test
    void aStateThatDoesNotExistIsNoPlace() {
        var place = new Cursor(Sort.STATUS, TIME, UUID.randomUUID(), "paused'");

        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.decoded(place.encoded(), Sort.STATUS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "MjAyNg", "MjAyNi0wMy0wMVQxMDowMDowMFogeA"})
    void whatIsNoPlaceIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cursor.decoded(text, Sort.NEWEST))
                .withMessageContaining("next");
    }
}
