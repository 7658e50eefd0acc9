package dev.remotesupport.chat.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What holds for any text, tried on some hundred made at random; the repetition is the seed, so that a failure comes again. */
class MaskingPropertyTest {

    private static final Masker MASKER = Masker.standard();
    private static final int TRIES = 300;
    private static final String[] PREFIXES = {
        "4539", "4111", "5105", "5425", "2223", "2720", "6011", "6441", "3530", "6212"
    };
    private static final String[] SEPARATORS = {
        "", " ", "-", ".", "\n", "\u00a0", "\u200b", " - ", "  ", "_", "/", "\u2013", "\u202f", " then "
    };
    private static final int[] ZEROS = {'0', 0xFF10, 0x0660, 0x06F0, 0x0966, 0x1D7CE, 0x1D7D8, 0x1FBF0};
    private static final String[] PHRASES = {
        "my pin is %s",
        "PIN: %s",
        "pin\n%s",
        "meine PIN lautet %s.",
        "mon code pin est %s",
        "mi pin es %s",
        "\uD83D\uDD11 PIN=%s \uD83D\uDD11",
        "the pin for my card is %s",
        "pin yangu ni %s",
        "\u043C\u043E\u0439 \u043F\u0438\u043D %s"
    };
    private static final String[] SURROUNDINGS = {
        "",
        "hello",
        "\uD83D\uDE00\uD83D\uDC68\u200D\uD83D\uDC69",
        "e\u0301a\u0308",
        "\u05E9\u05DC\u05D5\u05DD",
        "\u0645\u0631\u062D\u0628\u0627",
        "\u202Eabc\u202C",
        "\uD835\uDCB3\uD835\uDCB4",
        "\u65E5\u672C\u8A9E",
        "a\u200db",
        "\uD83C\uDDF0\uD83C\uDDEA"
    };
    private static final String[] SECRETS = {"pin 7391 ", "pin 739 ", "4111111111111111 ", "otp 7391\n", "cvv 739 "};

    @RepeatedTest(TRIES)
    void anyIssuedCardIsMaskedHoweverItsPiecesAreSet(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var card = card(random);
        var written = new StringBuilder();
        for (int i = 0; i < card.length(); i++) {
            written.append(card.charAt(i)).append(i % 4 == 3 && i < card.length() - 1 ? any(random, SEPARATORS) : "");
        }

        var masked = MASKER.mask("card " + written + " ok");

        assertThat(masked.text()).isEqualTo("card •••• •••• •••• " + card.substring(12) + " ok");
    }

    @RepeatedTest(TRIES)
    void digitsOfAnyScriptAreDigits(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var card = card(random);
        int zero = ZEROS[random.nextInt(ZEROS.length)];
        var written = new StringBuilder();
        card.chars().forEach(digit -> written.appendCodePoint(zero + digit - '0'));

        var masked = MASKER.mask("🙂 " + written + " 🙃");

        assertThat(masked.text()).isEqualTo("🙂 •••• •••• •••• " + card.substring(12) + " 🙃");
    }

    @RepeatedTest(TRIES)
    void longNumbersThatNoCardHasStay(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var card = card(random);
        char last = (char) ('0' + (card.charAt(15) - '0' + 1 + random.nextInt(9)) % 10);
        var text = "order " + card.substring(0, 15) + last;

        var masked = MASKER.mask(text);

        assertThat(masked.text()).isEqualTo(text);
    }

    @RepeatedTest(TRIES)
    void everyPinAfterItsWordIsMasked(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var phrase = any(random, PHRASES);
        var pin = digits(random, 4 + random.nextInt(3));

        var masked = MASKER.mask(phrase.formatted(pin));

        assertThat(masked.text()).isEqualTo(phrase.formatted("••••"));
    }

    @RepeatedTest(TRIES)
    void theSurroundingsOfASecretStay(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var before = any(random, SURROUNDINGS);
        var after = any(random, SURROUNDINGS);

        var masked = MASKER.mask(before + " 4111 1111 1111 1111 " + after);

        assertThat(masked.text()).isEqualTo(before + " •••• •••• •••• 1111 " + after);
    }

    @RepeatedTest(TRIES)
    void whatIsNotFoundStaysCharByChar(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var text = random.ints(random.nextInt(200), 1, 0x11000)
                .collect(StringBuilder::new, (all, one) -> all.append((char) one), StringBuilder::append)
                .toString();

        var masked = MASKER.mask(text);

        int from = 0;
        int at = 0;
        for (var place : masked.findings()) {
            assertThat(place.from()).isGreaterThanOrEqualTo(from).isLessThan(place.to());
            var before = text.substring(from, place.from());
            at = masked.text().indexOf(before + "•", at);
            assertThat(at).isNotNegative();
            at += before.length();
            from = place.to();
        }
        assertThat(masked.text()).endsWith(text.substring(from));
        assertThat(masked.anything() || masked.text().equals(text)).isTrue();
    }

    @RepeatedTest(5)
    void aMaskedTextIsNeverTooLongToStore(RepetitionInfo repetition) {
        var secret = SECRETS[repetition.getCurrentRepetition() - 1];

        var masked = MASKER.mask(secret.repeat(Masker.LONGEST_TEXT / secret.length()))
                .text();

        assertThat(masked.codePointCount(0, masked.length())).isLessThanOrEqualTo(Masker.LONGEST_TEXT);
        assertThat(masked).doesNotContain("7391");
    }

    private static String card(Random random) {
        var digits = any(random, PREFIXES) + digits(random, 11);
        for (char check = '0'; check <= '9'; check++) {
            if (Luhn.holds(digits + check)) {
                return digits + check;
            }
        }
        throw new AssertionError();
    }

    private static String digits(Random random, int count) {
        return random.ints(count, 0, 10)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    private static String any(Random random, String[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
