package dev.remotesupport.chat.masking;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Finds US social security numbers written as 3-2-4 with the same sign between; others need a word that announces them. */
final class SocialSecurityFinder {

    private SocialSecurityFinder() {}

    /** Adds the tokens of what it finds to {@code taken}. */
    static List<Finding> find(Tokens tokens, BitSet taken) {
        var found = new ArrayList<Finding>();
        for (int token = 0; token + 4 < tokens.size(); token++) {
            if (isNumberOfThree(tokens, token) && taken.get(token, token + 5).isEmpty()) {
                found.add(Finding.whole(Kind.SOCIAL_SECURITY, tokens.from(token), tokens.to(token + 4)));
                taken.set(token, token + 5);
            }
        }
        return found;
    }

    private static boolean isNumberOfThree(Tokens tokens, int token) {
        return isIssued(tokens.digits(token), tokens.digits(token + 2), tokens.digits(token + 4))
                && (tokens.isSign(token + 1, '-') || tokens.isSign(token + 1, '.'))
                && tokens.sign(token + 1) == tokens.sign(token + 3)
                && !tokens.isGlued(token)
                && !tokens.isGlued(token + 5)
                && !continues(tokens, token - 1, token)
                && !continues(tokens, token + 5, token + 5);
    }

    /** Whether a sign goes on to another part of a longer number. */
    private static boolean continues(Tokens tokens, int sign, int touching) {
        return (tokens.isSign(sign, '-') || tokens.isSign(sign, '+'))
                && tokens.touches(touching)
                && (sign < touching ? !tokens.isSign(sign - 1) : tokens.touches(sign + 1));
    }

    /** Areas 000, 666 and 900-999, group 00 and serial 0000 are never issued. */
    private static boolean isIssued(String area, String group, String serial) {
        return area.length() == 3
                && group.length() == 2
                && serial.length() == 4
                && !area.equals("000")
                && !area.equals("666")
                && area.charAt(0) != '9'
                && !group.equals("00")
                && !serial.equals("0000");
    }
}
