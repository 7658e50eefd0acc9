package dev.remotesupport.chat.masking;

import dev.remotesupport.chat.masking.Vocabulary.Match;
import dev.remotesupport.chat.masking.Vocabulary.Role;

/**
 * What a word announces, and what a number must look like to be it.
 *
 * @param least digits at the least when a word or sign between says that a number follows
 * @param leastUnmarked digits at the least otherwise
 * @param most digits at the most
 */
enum Secret {
    PIN(Role.PIN, Kind.PIN, 3, 3, 12),
    SECURITY_CODE(Role.SECURITY_CODE, Kind.SECURITY_CODE, 3, 3, 6),
    ONE_TIME_CODE(Role.ONE_TIME_CODE, Kind.ONE_TIME_CODE, 3, 4, 12),
    PASSWORD(Role.PASSWORD, Kind.PASSWORD, 3, 4, 40),
    SSN(Role.SSN, Kind.SOCIAL_SECURITY, 9, 9, 9),
    CARD(Role.CARD, Kind.CARD, 12, 12, 19),
    ROUTING(Role.ROUTING, Kind.ACCOUNT, 4, 5, 9),
    ACCOUNT(Role.ACCOUNT, Kind.ACCOUNT, 4, 5, 34),
    CODE(Role.CODE, Kind.ONE_TIME_CODE, 4, 4, 10),
    /** "pass", which is many other things: only a sign after it makes it a password. */
    PASS(Role.PASS, Kind.PASSWORD, 3, 40, 40);

    /** Fewer digits than this keep none readable: four of six would give nearly all away. */
    private static final int LAST_FOUR_FROM = 8;

    private final Role role;
    private final Kind kind;
    private final int least;
    private final int leastUnmarked;
    private final int most;

    Secret(Role role, Kind kind, int least, int leastUnmarked, int most) {
        this.role = role;
        this.kind = kind;
        this.least = least;
        this.leastUnmarked = leastUnmarked;
        this.most = most;
    }

    /** What a phrase announces, or null. */
    static Secret announcedBy(Match phrase) {
        for (var secret : values()) {
            if (phrase.is(secret.role)) {
                return secret;
            }
        }
        return null;
    }

    Kind kind() {
        return kind;
    }

    boolean admits(int digits, boolean marked) {
        return digits >= (marked ? least : leastUnmarked) && digits <= most;
    }

    int most() {
        return most;
    }

    /** Whether its numbers are long ones that come in pieces of any size. */
    boolean isLong() {
        return this == ACCOUNT || this == ROUTING || this == CARD || this == SSN;
    }

    boolean isPassword() {
        return this == PASSWORD || this == PASS;
    }

    /** Whether something that looks like a date or an amount is none of its numbers. */
    boolean mayBeComposed() {
        return this != ROUTING && this != CARD && this != SSN;
    }

    /** Whether letters may be among its digits. */
    boolean hasLetters() {
        return this == ACCOUNT || this == ONE_TIME_CODE || this == PASSWORD;
    }

    /** Codes say more exactly which one they are: "pin code" stays a PIN, "code for my account" a code. */
    boolean staysBefore(Secret next, boolean of) {
        if (next == this) {
            return false;
        }
        boolean codeOfSomething = this == PIN || this == SECURITY_CODE || this == ONE_TIME_CODE || this == PASSWORD;
        return next == CODE && (codeOfSomething || of) || of && (codeOfSomething || this == CODE) && next.isLong();
    }

    Finding finding(int from, int to, String digits) {
        boolean readable = (kind == Kind.ACCOUNT || kind == Kind.CARD) && digits.length() >= LAST_FOUR_FROM;
        return new Finding(kind, from, to, readable ? digits.substring(digits.length() - 4) : "");
    }
}
