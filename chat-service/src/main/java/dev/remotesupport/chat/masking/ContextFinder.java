package dev.remotesupport.chat.masking;

import dev.remotesupport.chat.masking.Vocabulary.Role;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds secrets that only the words around them give away: it goes through the text once and remembers what was announced
 * last, until a value, the end of the sentence or a word for something else ends it.
 */
final class ContextFinder {

    private static final int LONGEST_MIXED = 6;

    private final Tokens tokens;
    private final String text;
    private final BitSet taken;
    private final Announcement announced = new Announcement();
    private final List<Finding> found = new ArrayList<>();

    /** The end of what was no password: what it ends in is none either, and is not read again and again. */
    private int noPasswordUpTo = -1;

    private ContextFinder(Tokens tokens, String text, BitSet taken) {
        this.tokens = tokens;
        this.text = text;
        this.taken = taken;
    }

    static List<Finding> find(Tokens tokens, String text, BitSet taken) {
        var finder = new ContextFinder(tokens, text, taken);
        int token = 0;
        while (token < tokens.size()) {
            token = Math.max(token + 1, finder.read(token));
        }
        return finder.found;
    }

    /** Reads on from this token; answers the token to go on with. */
    private int read(int token) {
        if (taken.get(token)) {
            announced.value();
            return token + 1;
        }
        var phrase = Vocabulary.at(tokens, token);
        var secret = Secret.announcedBy(phrase);
        if (secret != null && !isPartOfOther(token, token + phrase.tokens(), secret)) {
            announce(secret, token, token + phrase.tokens());
            return token + phrase.tokens();
        }
        int after = announced.isPassword() ? password(token) : 0;
        if (after > 0) {
            return after;
        }
        if (tokens.isNumber(token)) {
            return number(token);
        }
        if (isPrefixed(token)) {
            return prefixed(token);
        }
        if (tokens.isNumber(token + 1) && tokens.isGlued(token + 1) && announced.isActive()) {
            return mixed(token + 1);
        }
        if (phrase.tokens() > 1 && phrase.is(Role.LINK)) {
            announced.word(phrase);
            return token + phrase.tokens();
        }
        if (tokens.isSign(token)) {
            sign(token);
            return token + 1;
        }
        announced.word(phrase);
        return token + Math.max(1, announced.isActive() ? phrase.tokens() : 1);
    }

    /** "code" in "error code" and "postal code", "tan" in the middle of an identifier. */
    private boolean isPartOfOther(int first, int after, Secret secret) {
        if (tokens.isGlued(first)) {
            return true;
        }
        if (secret != Secret.CODE) {
            return tokens.isGlued(after) && tokens.digits(after).length() < 3 && secret != Secret.SECURITY_CODE;
        }
        int before = tokens.isSign(first - 1, '-') ? first - 2 : first - 1;
        return Vocabulary.is(tokens, before, Role.NOT_CODE)
                || Vocabulary.at(tokens, after).is(Role.AFTER_CODE);
    }

    private void announce(Secret secret, int first, int after) {
        if (announced.staysBefore(secret)) {
            announced.filler();
            return;
        }
        noPasswordUpTo = -1;
        boolean alreadySaid = before(secret, first);
        announced.begin(secret, after);
        if (alreadySaid) {
            announced.value();
        }
    }

    /** "1234 is my PIN": whether the value came before its announcement. */
    private boolean before(Secret secret, int first) {
        int at = first - 1;
        int strangers = 0;
        for (int words = 0; words < 5 && tokens.isWord(at) && !isLink(at); words++) {
            strangers += Vocabulary.at(tokens, at).roles() == 0 ? 1 : 0;
            at--;
        }
        if (strangers > 1 || !isLink(at) || Vocabulary.is(tokens, at + 1, Role.CLAIM)) {
            return false;
        }
        int value = at - 1;
        if (tokens.isNumber(value) && !taken.get(value) && !tokens.isGlued(value)) {
            var extent = Extent.upTo(tokens, value, secret);
            if (extent.last() == value && secret.admits(extent.digits().length(), true) && isNumberItself(extent)) {
                add(secret.finding(tokens.from(extent.first()), tokens.to(extent.last()), extent.digits()), extent);
                return true;
            }
        }
        return secret.isPassword() && passwordBefore(value);
    }

    private boolean isLink(int token) {
        return Vocabulary.is(tokens, token, Role.LINK) && tokens.isWord(token)
                || tokens.word(token).equals("as");
    }

    private boolean passwordBefore(int last) {
        int first = last;
        while (first > 0 && tokens.touches(first)) {
            first--;
        }
        var lump = last < 0 ? null : Lump.at(tokens, text, first);
        if (lump == null || !lump.looksSecret() || taken.get(first)) {
            return false;
        }
        add(Finding.whole(Kind.PASSWORD, tokens.from(lump.first()), tokens.to(lump.last())), lump.first(), lump.last());
        return true;
    }

    /** Masks the password that begins here; answers the token after it, or 0 when none does. */
    private int password(int token) {
        if (token <= noPasswordUpTo
                || tokens.isGlued(token)
                || !announced.mayPasswordFollow(tokens.touches(token))
                || tokens.isSign(token) && !Lump.mayBegin(tokens, token)) {
            return 0;
        }
        var lump = Lump.at(tokens, text, token);
        if (lump == null) {
            return 0;
        }
        if (lump.isAddress() || !announced.acceptsPassword(lump, lump.isQuoted(tokens, token), tokens)) {
            noPasswordUpTo = lump.last();
            return 0;
        }
        add(Finding.whole(Kind.PASSWORD, tokens.from(lump.first()), tokens.to(lump.last())), lump.first(), lump.last());
        announced.value();
        return lump.last() + 1;
    }

    private int number(int token) {
        if (!announced.isActive()) {
            return token + 1;
        }
        if (tokens.isGlued(token) || tokens.isGlued(token + 1)) {
            return mixed(token);
        }
        var secret = announced.secret();
        var extent = Extent.of(tokens, token, secret);
        int digits = extent.digits().length();
        if (announced.accepts(digits) && isNumberItself(extent) && !isClaimedBehind(extent.last())) {
            add(secret.finding(tokens.from(token), tokens.to(extent.last()), extent.digits()), extent);
            announced.value();
            return extent.last() + 1;
        }
        announced.stranger();
        return token + 1;
    }

    /** Digits with letters at them: {@code pin1234}, {@code AB123456}. */
    private int mixed(int token) {
        var secret = announced.secret();
        if (announced.endedAt(token) && !tokens.isGlued(token + 1)) {
            var digits = tokens.digits(token);
            if (digits.length() >= 3 && secret.admits(digits.length(), true)) {
                add(secret.finding(tokens.from(token), tokens.to(token), digits), token, token);
                announced.value();
            }
            return token + 1;
        }
        int first = token;
        while (tokens.isGlued(first)) {
            first--;
        }
        int last = token;
        var digits = new StringBuilder(tokens.digits(first));
        for (int part = first + 1; part < tokens.size() && tokens.isGlued(part); part++) {
            digits.append(tokens.digits(part));
            last = part;
        }
        int letters = tokens.afterGlyph(last) - tokens.firstGlyph(first) - digits.length();
        if (secret.hasLetters() && digits.length() >= 4 && letters <= 8 && announced.acceptsMixed(digits.length())) {
            add(secret.finding(tokens.from(first), tokens.to(last), digits.toString()), first, last);
            announced.value();
            return last + 1;
        }
        // A long row of letters and digits is looked at once.
        return last - first > LONGEST_MIXED ? last + 1 : token + 1;
    }

    /** A letter before a code, as in {@code G-123456}. */
    private boolean isPrefixed(int letter) {
        return announced.isActive()
                && !announced.isPassword()
                && tokens.word(letter).length() == 1
                && !tokens.isGlued(letter)
                && tokens.isSign(letter + 1, '-')
                && tokens.touches(letter + 1)
                && tokens.isNumber(letter + 2)
                && tokens.touches(letter + 2)
                && !tokens.isGlued(letter + 3);
    }

    private int prefixed(int letter) {
        int number = letter + 2;
        var secret = announced.secret();
        var digits = tokens.digits(number);
        if (secret.isLong() || !announced.accepts(digits.length()) || isClaimedBehind(number)) {
            announced.stranger();
            return number + 1;
        }
        add(secret.finding(tokens.from(letter), tokens.to(number), digits), letter, number);
        announced.value();
        return number + 1;
    }

    private boolean isNumberItself(Extent extent) {
        int first = extent.first();
        boolean composed = announced.secret() == null || announced.secret().mayBeComposed();
        return !Shapes.isInternational(tokens, first)
                && !Shapes.isEndOfMask(tokens, first)
                && !Shapes.isMeasured(tokens, extent.last())
                && !Shapes.isMeasured(tokens, first)
                && !Shapes.isYear(tokens, first)
                && !(composed && Shapes.isComposed(tokens, first));
    }

    /** "12345 is my order number". */
    private boolean isClaimedBehind(int last) {
        int at = last + 1;
        if (!isLink(at)) {
            return false;
        }
        do {
            at++;
        } while (Vocabulary.is(tokens, at, Role.FILLER) && !Vocabulary.is(tokens, at, Role.CLAIM) && at < last + 5);
        var phrase = Vocabulary.at(tokens, at);
        return (phrase.is(Role.CLAIM) || phrase.is(Role.PHONE)) && Secret.announcedBy(phrase) == null;
    }

    private void sign(int token) {
        char sign = tokens.sign(token);
        boolean spaceBehind = !tokens.touches(token + 1);
        if ((sign == '.' || sign == '!' || sign == '?' || sign == '。' || sign == ';') && spaceBehind) {
            boolean abbreviation =
                    sign == '.' && (Vocabulary.is(tokens, token - 1, Role.MARK) || announced.endedAt(token));
            if (!abbreviation && !tokens.isNumber(token + 1)) {
                announced.sentence();
            }
            return;
        }
        if (Shapes.isMask(sign)) {
            announced.end();
        } else {
            announced.sign(sign);
        }
    }

    private void add(Finding finding, Extent extent) {
        add(finding, extent.first(), extent.last());
    }

    private void add(Finding finding, int first, int last) {
        taken.set(first, last + 1);
        found.add(finding);
    }
}
