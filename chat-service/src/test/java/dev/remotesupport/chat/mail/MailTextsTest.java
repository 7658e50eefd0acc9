package dev.remotesupport.chat.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailTextsTest {

    @ParameterizedTest
    @CsvSource(
            value = {
                "de|de",
                "de-AT, en;q=0.5|de",
                "fr, de;q=0.7, en;q=0.3|de",
                "en-GB|en",
                "fr|en",
                "*|en",
                "!!|en",
                "NULL|en"
            },
            delimiter = '|',
            nullValues = "NULL")
    void theBestLanguageIsTaken(String wanted, String language) {
        assertThat(MailTexts.of(wanted).language()).isEqualTo(language);
    }

    @Test
    void everyLanguageHasEveryText() {
        var english = ResourceBundle.getBundle("mail/texts", Locale.ROOT);
        var german = ResourceBundle.getBundle("mail/texts", Locale.GERMAN);

        assertThat(german.getLocale()).isEqualTo(Locale.GERMAN);
        assertThat(german.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
    }

    @Test
    void whoHasNoNameIsCalledACustomerInTheLanguageOfTheMail() {
        assertThat(MailTexts.of("de").customer("Visitor")).isEqualTo("Kunde");
        assertThat(MailTexts.of("en").customer("")).isEqualTo("Customer");
        assertThat(MailTexts.of("de").customer("Maya")).isEqualTo("Maya");
    }

    @Test
    void momentsAreWrittenInTheLanguageOfTheMail() {
        var at = Instant.parse("2026-05-04T12:30:00Z");

        assertThat(MailTexts.of("de").time(at)).isEqualTo("04.05.2026, 12:30 UTC");
        assertThat(MailTexts.of("en").time(at)).contains("May 4, 2026").endsWith("UTC");
    }

    @Test
    void triesComeLaterAndLaterButNotLaterThanAnHour() {
        var first = Duration.ofSeconds(30);

        assertThat(SendMail.backOff(first, 1)).isEqualTo(first);
        assertThat(SendMail.backOff(first, 3)).isEqualTo(Duration.ofMinutes(2));
        assertThat(SendMail.backOff(first, 500)).isEqualTo(Duration.ofHours(1));
    }
}
