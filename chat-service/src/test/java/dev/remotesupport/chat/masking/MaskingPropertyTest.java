package dev.remotesupport.chat.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any text. */
class MaskingPropertyTest {

    private static final Masker MASKER = Masker.standard();

    @Property
    void noCardSurvivesHoweverItIsSpelled(
            @ForAll("cards") String card,
            @ForAll("spellings") Spelling spelling,
            @ForAll("surroundings") String around) {
        var written = spelling.write(card);

        var masked = MASKER.mask(around + " " + written + " " + around);

        assertThat(masked.text()).isEqualTo(around + " •••• •••• •••• " + lastFour(card) + " " + around);
    }

    @Property
    void longNumbersThatNoCardHasStay(@ForAll("cards") String card, @ForAll("slips") int slip) {
        char last = card.charAt(card.length() - 1);
        var text = "order " + card.substring(0, card.length() - 1) + (char) ('0' + (last - '0' + slip) % 10);

        var masked = MASKER.mask(text);

        assertThat(masked.text()).isEqualTo(text);
    }

    @Property
    void everyPinAfterItsWordIsMasked(@ForAll("pins") String pin, @ForAll("announcements") String announcement) {
        var masked = MASKER.mask(announcement.formatted(pin));

        assertThat(masked.text()).isEqualTo(announcement.formatted("••••"));
    }

    @Property
    void aTextWithoutSecretsStaysAsItIs(@ForAll("harmless") String text) {
        var masked = MASKER.mask(text);

        assertThat(masked.text()).isEqualTo(text);
        assertThat(masked.anything()).isFalse();
    }

    @Property
    void whatIsMaskedStaysAsItIs(@ForAll("anything") String text) {
        var once = MASKER.mask(text).text();

        var twice = MASKER.mask(once).text();

        assertThat(twice).isEqualTo(once);
    }

    @Property
    void whatIsNotFoundStaysCharByChar(@ForAll("anything") String text) {
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

    @Property
    void aCardInPartsIsMaskedAsTheWholeIs(
            @ForAll("cards") String card, @ForAll("cuts") List<Integer> cuts, @ForAll("separators") String separator) {
        var parts = cut(card, cuts);
        var written = parts.stream().map(part -> fours(part, separator)).toList();

        var masked = SplitSecret.find(MASKER, written.subList(0, written.size() - 1), written.getLast(), false)
                .orElseThrow();

        // Of three parts and more the last ones may happen to be a card by themselves; then the first stays.
        assertThat(masked.earlier().getLast()).isEqualTo("••••");
        assertThat(masked.text()).isEqualTo(parts.getLast().length() < 4 ? "••••" : "•••• •••• •••• " + lastFour(card));
    }

    @Property
    void aMaskedTextIsNeverTooLongToStore(@ForAll("secrets") String secret) {
        var masked = MASKER.mask(secret.repeat(Masker.LONGEST_TEXT / secret.length()))
                .text();

        assertThat(masked.codePointCount(0, masked.length())).isLessThanOrEqualTo(Masker.LONGEST_TEXT);
        assertThat(masked).doesNotContain("7391");
    }

    /** A step is a look at a sign or a word. */
    @Property
    void theStepsGrowAsTheTextDoes(@ForAll("openings") String opening, @ForAll("pieces") List<String> pieces) {
        var piece = String.join("", pieces);
        int times = 1000 / piece.length() + 1;

        long steps = CountingTokens.stepsToMask(opening + piece.repeat(times));
        long twice = CountingTokens.stepsToMask(opening + piece.repeat(2 * times));

        assertThat(twice).isLessThanOrEqualTo(5 * steps / 2 + 1000);
        assertThat(twice).isLessThanOrEqualTo(2000L * 2 * times * piece.length());
    }

    @Provide
    Arbitrary<String> openings() {
        return Arbitraries.of("", "password:", "password ", "my pin is ", "card number: ", "\"", "otp ", "DE89");
    }

    // --- Texts

    @Provide
    Arbitrary<String> cards() {
        return Texts.cards();
    }

    @Provide
    Arbitrary<Spelling> spellings() {
        return Texts.spellings();
    }

    @Provide
    Arbitrary<String> surroundings() {
        return Arbitraries.of(
                "",
                "hello",
                "😀👨\u200D👩",
                "e\u0301a\u0308",
                "\u05E9\u05DC\u05D5\u05DD",
                "\u0645\u0631\u062D\u0628\u0627",
                "\u202Eabc\u202C",
                "\uD835\uDCB3\uD835\uDCB4",
                "日本語",
                "a\u200Db",
                "🇰🇪",
                "bitte",
                "(",
                "...");
    }

    @Provide
    Arbitrary<Integer> slips() {
        return Arbitraries.integers().between(1, 9);
    }

    @Provide
    Arbitrary<String> pins() {
        return Arbitraries.strings().numeric().ofMinLength(4).ofMaxLength(6);
    }

    @Provide
    Arbitrary<String> announcements() {
        return Arbitraries.of(
                "my pin is %s",
                "PIN: %s",
                "pin\n%s",
                "meine PIN lautet %s.",
                "mon code pin est %s",
                "mi pin es %s",
                "🔑 PIN=%s 🔑",
                "the pin for my card is %s",
                "pin yangu ni %s",
                "мой пин %s");
    }

    @Provide
    Arbitrary<String> harmless() {
        return Texts.harmless();
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(1, Arbitraries.strings().ofMaxLength(100)),
                net.jqwik.api.Tuple.of(4, Texts.mixed()));
    }

    @Provide
    Arbitrary<List<Integer>> cuts() {
        return Arbitraries.integers()
                .between(1, 12)
                .set()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(cuts -> cuts.stream().sorted().toList());
    }

    @Provide
    Arbitrary<String> separators() {
        return Arbitraries.of("", " ", "-");
    }

    @Provide
    Arbitrary<String> secrets() {
        return Arbitraries.of("pin 7391 ", "pin 739 ", "4111111111111111 ", "otp 7391\n", "cvv 739 ");
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.of(
                        "a",
                        "4",
                        "4 ",
                        "1-",
                        "-",
                        "\"",
                        "(",
                        "pin ",
                        "pin is ",
                        "DE89",
                        "password is ",
                        "4111 1111 1111 ",
                        "4111111111111111 ",
                        "one ",
                        "double ",
                        "x",
                        "•",
                        "*",
                        "is ",
                        "my ",
                        "code ",
                        "\n",
                        ". ",
                        "1:",
                        "1.",
                        "\u0301")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static List<String> cut(String card, List<Integer> cuts) {
        var parts = new ArrayList<String>();
        int from = 0;
        for (int cut : cuts) {
            if (cut < card.length()) {
                parts.add(card.substring(from, cut));
                from = cut;
            }
        }
        parts.add(card.substring(from));
        return parts;
    }

    private static String fours(String digits, String separator) {
        return digits.replaceAll("(.{4})(?=.)", "$1" + separator);
    }

    private static String lastFour(String card) {
        return card.substring(card.length() - 4);
    }
}
