package dev.remotesupport.chat.masking;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** Texts made at random: cards of all networks, spellings of numbers, texts with and without secrets. */
final class Texts {

    /** A prefix of a network, and the length of its numbers. */
    private static final List<Tuple2<String, Integer>> NETWORKS = List.of(
            Tuple.of("4", 13),
            Tuple.of("4", 16),
            Tuple.of("4", 19),
            Tuple.of("51", 16),
            Tuple.of("55", 16),
            Tuple.of("2221", 16),
            Tuple.of("2720", 16),
            Tuple.of("34", 15),
            Tuple.of("37", 15),
            Tuple.of("305", 14),
            Tuple.of("36", 14),
            Tuple.of("38", 14),
            Tuple.of("6011", 16),
            Tuple.of("6011", 19),
            Tuple.of("649", 16),
            Tuple.of("65", 16),
            Tuple.of("3528", 16),
            Tuple.of("3589", 16),
            Tuple.of("6212", 16),
            Tuple.of("6250", 17),
            Tuple.of("6226", 19),
            Tuple.of("2200", 16));

    private static final List<Integer> ZEROS =
            List.of((int) '0', 0xFF10, 0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50, 0x1D7CE, 0x1D7D8, 0x1D7F6, 0x1FBF0);

    private static final List<String> ENGLISH =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
    private static final List<String> GERMAN =
            List.of("null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun");
    private static final List<String> FRENCH =
            List.of("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf");

    private Texts() {}

    /** Numbers that a network gives out, whose check digit holds. */
    static Arbitrary<String> cards() {
        return Combinators.combine(
                        Arbitraries.of(NETWORKS),
                        Arbitraries.integers().between(0, 9).list().ofSize(18))
                .as((network, random) -> {
                    var card = new StringBuilder(network.get1());
                    for (int i = 0; card.length() < network.get2() - 1; i++) {
                        card.append(random.get(i));
                    }
                    return withCheckDigit(card.toString());
                });
    }

    static Arbitrary<Spelling> spellings() {
        var signs = Combinators.combine(
                        Arbitraries.of(ZEROS),
                        Arbitraries.of(List.<List<Integer>>of(
                                List.of(),
                                List.of(4),
                                List.of(1),
                                List.of(2),
                                List.of(4, 6, 5),
                                List.of(8),
                                List.of(4, 4, 8))),
                        Arbitraries.of(
                                "", " ", "-", ".", "\n", "\u00A0", "\u200B", " - ", "  ", "_", "/", "\u2013", "\u202F",
                                "\u2060", "\u00AD", "\u3000", "|", "\t", " / "))
                .as((zero, pieces, separator) -> new Spelling(digits(zero), pieces, separator));
        var words = Combinators.combine(
                        Arbitraries.of(List.of(ENGLISH, GERMAN, FRENCH)), Arbitraries.of(" ", "-", ", ", "\n"))
                .as((digits, separator) -> new Spelling(digits, List.of(1), separator));
        return Arbitraries.frequencyOf(Tuple.of(3, signs), Tuple.of(1, words));
    }

    /** Letters of several scripts that make no words we know, signs, small numbers, dates, amounts, versions. */
    static Arbitrary<String> harmless() {
        var letters = Arbitraries.strings()
                .withChars("bcdfghjkmqrvwyz")
                .withChars("βγδζλξψ")
                .withChars("бвгджщ")
                .ofMinLength(5)
                .ofMaxLength(9);
        var things = Arbitraries.of(
                "hello",
                "please",
                "26.11.2026",
                "2026-11-26",
                "14:05",
                "€ 129,90",
                "1,249.00 EUR",
                "v12.4.1",
                "order 48172",
                "invoice 2026-000481",
                "+49 171 2345678",
                "3 days",
                "10.0.0.1",
                "100%",
                "😀",
                "\u200B",
                "!",
                "\n",
                "#17",
                "https://shop.example/a/1234");
        return Arbitraries.oneOf(letters, things).list().ofMaxSize(12).map(words -> String.join(" ", words));
    }

    /** Secrets, pieces of them, masks and words, in any order: what is most likely to confuse. */
    static Arbitrary<String> mixed() {
        var secrets = Combinators.combine(cards(), spellings()).as((card, spelling) -> spelling.write(card));
        var pieces = Arbitraries.of(
                "pin",
                "PIN:",
                "my",
                "is",
                "code",
                "password",
                "TAN",
                "lautet",
                "••••",
                "•••• 1111",
                "4111",
                "1111",
                "411111",
                "DE89",
                "3704 0044 0532 0130 00",
                "hunter2",
                "7391",
                "123456",
                "account number",
                "Konto",
                "and",
                "then",
                "one two three",
                ".",
                ":",
                "-",
                "\n",
                ",",
                "(",
                ")",
                "\"",
                "*",
                "xxxx",
                "order",
                "cvv",
                "739",
                "SSN",
                "078-05-1120",
                "+49",
                "😀",
                "\u200B",
                "=",
                "double seven",
                "kein",
                "Zahl");
        return Combinators.combine(
                        Arbitraries.frequencyOf(Tuple.of(1, secrets), Tuple.of(4, pieces))
                                .list()
                                .ofMaxSize(9),
                        Arbitraries.of(" ", " ", "", "\n"))
                .as((all, separator) -> String.join(separator, all));
    }

    private static String withCheckDigit(String digits) {
        for (char check = '0'; check <= '9'; check++) {
            if (Luhn.holds(digits + check)) {
                return digits + check;
            }
        }
        throw new AssertionError();
    }

    private static List<String> digits(int zero) {
        return IntStream.range(zero, zero + 10).mapToObj(Character::toString).toList();
    }
}
