package dev.remotesupport.chat.masking;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of {@code masking/vocabulary.txt} and what they say about the numbers around them. */
final class Vocabulary {

    /** What a phrase may be; several are possible at once. */
    enum Role {
        PIN,
        SECURITY_CODE,
        ONE_TIME_CODE,
        CODE,
        PASSWORD,
        PASS,
        ACCOUNT,
        ROUTING,
        CARD,
        SSN,
        LINK,
        LEAD,
        FILLER,
        OF,
        MARK,
        ALSO,
        CLAIM,
        PHONE,
        NOT_CODE,
        AFTER_CODE,
        UNIT,
        MONTH,
        WHEN,
        CURRENCY,
        BETWEEN,
        STOP,
        ENDS
    }

    /**
     * A phrase found in a text.
     *
     * @param tokens how many it spans; 0 for none
     * @param roles one bit for each {@link Role}
     */
    record Match(int tokens, int roles) {

        static final Match NONE = new Match(0, 0);

        boolean is(Role role) {
            return (roles & 1 << role.ordinal()) != 0;
        }
    }

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private Match match = Match.NONE;
    }

    /** Whose short words people spell: "P I N", "C.V.V". */
    private static final Set<Role> ABBREVIATED = EnumSet.of(Role.PIN, Role.SECURITY_CODE, Role.ONE_TIME_CODE, Role.SSN);

    private static final Map<String, String> DIGITS = new HashMap<>();

    /** A bit for the hash of each word that begins a word for a password, and of each that spells a digit. */
    private static final BitSet FIRST_OF_PASSWORD = new BitSet();

    private static final BitSet DIGIT_WORD = new BitSet();
    private static final int HASHES = 1 << 14;

    private static final int SHORTEST_COMPOUND = 5;
    private static final Match CODE = new Match(1, 1 << Role.CODE.ordinal());
    private static final Node PHRASES = load();

    private Vocabulary() {}

    /** The longest phrase that begins at this token. */
    static Match at(Tokens tokens, int token) {
        var best = Match.NONE;
        var node = PHRASES;
        for (int end = token; node != null && end < tokens.size(); end++) {
            node = node.next.get(key(tokens, end));
            if (node != null && node.match.tokens() > 0) {
                best = node.match;
            }
        }
        return best == Match.NONE && isCompound(tokens.word(token)) ? CODE : best;
    }

    /** German makes one word of what a code is for: "Entsperrcode", but not "Gutscheincode". */
    private static boolean isCompound(String word) {
        int prefix = word.length() - 4;
        if (prefix < SHORTEST_COMPOUND || !word.endsWith("code")) {
            return false;
        }
        var what = PHRASES.next.get(word.substring(0, prefix));
        return what == null || !what.match.is(Role.NOT_CODE) && !what.match.is(Role.CLAIM);
    }

    /** Whether this one token has a role by itself. */
    static boolean is(Tokens tokens, int token, Role role) {
        if (token < 0 || token >= tokens.size()) {
            return false;
        }
        var node = PHRASES.next.get(key(tokens, token));
        return node != null && node.match.is(role);
    }

    /** The digit that a word spells, or null. */
    static String digit(String word) {
        return DIGITS.get(word);
    }

    /** Whether a word of a text may begin a word for a password; never false for one that does. */
    static boolean mayAnnouncePassword(String text, int from, int to) {
        return FIRST_OF_PASSWORD.get(hash(text, from, to));
    }

    /** Whether a word of a text may spell a digit; never false for one that does. */
    static boolean maySpellDigit(String text, int from, int to) {
        return to - from <= 8 && DIGIT_WORD.get(hash(text, from, to));
    }

    private static int hash(String text, int from, int to) {
        int hash = 0;
        for (int at = from; at < to; at++) {
            hash = hash * 31 + Glyphs.fold(text.charAt(at));
        }
        return (hash ^ hash >>> 15) & HASHES - 1;
    }

    private static String key(Tokens tokens, int token) {
        if (tokens.isSign(token)) {
            return String.valueOf(tokens.sign(token));
        }
        return tokens.isWord(token) ? tokens.word(token) : tokens.digits(token);
    }

    private static Node load() {
        var root = new Node();
        try (var lines = new BufferedReader(new InputStreamReader(
                Vocabulary.class.getResourceAsStream("/masking/vocabulary.txt"), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> read(root, line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return root;
    }

    private static void read(Node root, String line) {
        // The colon and the equals sign are phrases too: the role ends at the first colon followed by a space.
        int colon = line.indexOf(": ");
        var role = line.substring(0, colon);
        for (var phrase : line.substring(colon + 2).split(", ")) {
            if (role.startsWith("digit")) {
                var word = Glyphs.fold(phrase.strip());
                DIGITS.put(word, role.substring("digit".length()));
                DIGIT_WORD.set(hash(word, 0, word.length()));
            } else {
                var known = Role.valueOf(role.toUpperCase(Locale.ROOT));
                add(root, known, phrase.strip());
                if (ABBREVIATED.contains(known) && phrase.strip().matches("[a-z]{3,4}")) {
                    add(root, known, String.join(" ", phrase.strip().split("")));
                    add(root, known, String.join(".", phrase.strip().split("")));
                    add(root, known, String.join("-", phrase.strip().split("")));
                }
            }
        }
    }

    private static void add(Node root, Role role, String written) {
        var phrase = new Tokens(new Glyphs(written));
        if (role == Role.PASSWORD || role == Role.PASS) {
            FIRST_OF_PASSWORD.set(hash(phrase.word(0), 0, phrase.word(0).length()));
        }
        var node = root;
        for (int token = 0; token < phrase.size(); token++) {
            node = node.next.computeIfAbsent(key(phrase, token), word -> new Node());
        }
        node.match = new Match(phrase.size(), node.match.roles() | 1 << role.ordinal());
    }
}
