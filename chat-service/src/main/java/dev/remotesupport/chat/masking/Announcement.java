package dev.remotesupport.chat.masking;

import dev.remotesupport.chat.masking.Vocabulary.Match;
import dev.remotesupport.chat.masking.Vocabulary.Role;

/** What was announced last, and what has been said since. */
final class Announcement {

    private static final int MOST_WORDS = 9;

    private Secret secret;
    private int end;
    private int words;
    private boolean onlyFillers;
    private boolean linked;
    private boolean linkedNow;
    private boolean sign;
    private boolean marked;
    private boolean of;
    private boolean phone;
    private boolean after;
    private boolean nextSentence;

    void begin(Secret announced, int endToken) {
        secret = announced;
        end = endToken;
        words = 0;
        onlyFillers = true;
        linked = false;
        linkedNow = false;
        sign = false;
        marked = false;
        of = false;
        phone = false;
        after = false;
        nextSentence = false;
    }

    /** Only the very next sentence can still give the value, and only if it says nothing else. */
    void sentence() {
        if (secret == null || nextSentence || secret == Secret.PASS) {
            end();
            return;
        }
        begin(secret, -1);
        nextSentence = true;
    }

    void end() {
        secret = null;
    }

    boolean isActive() {
        return secret != null;
    }

    Secret secret() {
        return secret;
    }

    boolean isPassword() {
        return secret != null && secret.isPassword();
    }

    boolean endedAt(int token) {
        return secret != null && end == token;
    }

    boolean staysBefore(Secret next) {
        return secret != null && !after && onlyFillers && secret.staysBefore(next, of);
    }

    void filler() {
        words++;
        linked = false;
    }

    /** A value was said; more may follow, as in "1234 or 5678". */
    void value() {
        if (secret != null) {
            after = true;
            words = 0;
            onlyFillers = true;
            linked = false;
            linkedNow = false;
            sign = false;
        }
    }

    void stranger() {
        words++;
        onlyFillers = false;
        linked = false;
        linkedNow = false;
        sign = false;
    }

    void sign(char glyph) {
        if (glyph == ':' || glyph == '=' || glyph == '>' || glyph == '→' || glyph == '➡') {
            linked = secret != null;
            linkedNow = linked;
            sign = linked;
            marked |= linked;
        } else if (glyph == '#') {
            marked = true;
        } else if (glyph == ',') {
            linked = false;
            linkedNow = false;
            sign = false;
        }
    }

    void word(Match phrase) {
        if (secret == null) {
            return;
        }
        if (++words > MOST_WORDS || phrase.is(Role.CLAIM) && !phrase.is(Role.FILLER)) {
            end();
            return;
        }
        sign = false;
        phone |= phrase.is(Role.PHONE);
        of |= phrase.is(Role.OF);
        marked |= phrase.is(Role.MARK);
        boolean link = phrase.is(Role.LINK) || phrase.is(Role.LEAD);
        boolean filler = after ? phrase.is(Role.ALSO) : phrase.is(Role.FILLER) || phrase.is(Role.OF);
        onlyFillers &= link || filler;
        linked = link || linked && filler;
        linkedNow = phrase.is(Role.LINK);
    }

    boolean accepts(int digits) {
        boolean direct = nextSentence ? onlyFillers && linked : onlyFillers || linked;
        boolean sure = marked || linked;
        return direct && !(phone && digits >= 7) && secret.admits(digits, sure);
    }

    boolean acceptsMixed(int digits) {
        return (nextSentence ? onlyFillers && linked : onlyFillers || linked) && secret.admits(digits, true);
    }

    /** After a sign it may touch: {@code password=...}. */
    boolean mayPasswordFollow(boolean touches) {
        return !touches || sign || words == 0;
    }

    boolean acceptsPassword(Lump lump, boolean quoted, Tokens tokens) {
        if (secret == Secret.PASS && !linked) {
            return false;
        }
        if (nextSentence) {
            return onlyFillers && linked && lump.looksSecret() && lump.hasLetterAndDigit();
        }
        if (quoted && words == 0 && !after && !lump.isOrdinary(tokens)) {
            return true;
        }
        if (lump.looksSecret()) {
            return linked
                    || (after ? words > 0 : words == 0) && onlyFillers
                    || onlyFillers && words > 0 && lump.hasLetterAndDigit();
        }
        if (!linkedNow || after || lump.isOrdinary(tokens)) {
            return false;
        }
        return quoted || lump.isPlainWord() && (sign || lump.endsClause(tokens));
    }
}
