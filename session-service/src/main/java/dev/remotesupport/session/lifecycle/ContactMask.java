package dev.remotesupport.session.lifecycle;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Leaves of an e-mail address or telephone number just enough to compare it with what the customer says. */
public final class ContactMask {

    private static final Pattern EMAIL =
            Pattern.compile("([\\p{L}\\p{N}])[\\p{L}\\p{N}\\p{M}._%+'-]*@([\\p{L}\\p{N}.-]+)");
    /** What has as many digits and reaches nobody: ids and days. */
    private static final String HARMLESS =
            "(?<![\\p{L}\\p{N}-])(?:\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}|\\d{4}-\\d{2}-\\d{2})(?![\\p{L}\\p{N}-])";
    /** Seven digits or more with what people put between them. */
    private static final Pattern PHONE = Pattern.compile(HARMLESS
            + "|(?<number>(?<![\\p{L}\\p{N}-])\\(?\\+?\\(?\\d(?:[ ()./\\u00A0-]{0,3}\\d){6,}(?![\\p{L}\\p{N}-]))");

    private ContactMask() {}

    /** The text with every address and number in it masked: {@code g***@example.com}, {@code ***42}. */
    public static String of(String text) {
        var withoutAddresses =
                text.indexOf('@') < 0 ? text : EMAIL.matcher(text).replaceAll("$1***@$2");
        if (hasFewDigits(withoutAddresses)) {
            return withoutAddresses;
        }
        return PHONE.matcher(withoutAddresses)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group("number") == null ? found.group() : lastTwo(found.group("number"))));
    }

    /** As most texts in a list: the pattern would be looked for at each of their letters. */
    private static boolean hasFewDigits(String text) {
        return text.chars().filter(letter -> letter >= '0' && letter <= '9').count() < 7;
    }

    private static String lastTwo(String number) {
        var digits = number.replaceAll("\\D", "");
        return "***" + digits.substring(digits.length() - 2);
    }
}
