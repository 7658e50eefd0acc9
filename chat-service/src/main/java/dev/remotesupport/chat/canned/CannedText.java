package dev.remotesupport.chat.canned;

import dev.remotesupport.chat.ChatProblem;
import dev.remotesupport.platform.problem.ProblemException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a canned answer may say. */
final class CannedText {

    static final int LONGEST = 2_000;

    /** What the console fills in. */
    static final Set<String> VARIABLES = Set.of("customer.name", "staff.name", "session.number");

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{(.*?)(?:}}|$)", Pattern.DOTALL);

    /** A variable, and behind a bar what is said where nothing is known. */
    private static final Pattern KNOWN = Pattern.compile("([a-z.]+)(?:\\|[^{}|\\n]{1,60})?");

    private CannedText() {}

    /** @throws ProblemException {@code text-not-allowed}, {@code variable-unknown}: better now than in front of a customer */
    static String check(String text) {
        if (text.isBlank() || text.indexOf('\0') >= 0 || text.codePointCount(0, text.length()) > LONGEST) {
            throw new ProblemException(
                    ChatProblem.TEXT_NOT_ALLOWED, "A canned answer has 1 to " + LONGEST + " visible characters.");
        }
        var variables = VARIABLE.matcher(text);
        while (variables.find()) {
            var known = KNOWN.matcher(variables.group(1));
            if (!variables.group().endsWith("}}") || !known.matches() || !VARIABLES.contains(known.group(1))) {
                throw new ProblemException(
                        ChatProblem.VARIABLE_UNKNOWN,
                        "Write {{customer.name}}, {{staff.name}} or {{session.number}}, just so, or with what is said where"
                                + " nothing is known: {{customer.name|there}}.");
            }
        }
        return text;
    }

    /** Codes are typed in a hurry: case does not matter. */
    static String code(String written) {
        return written.toLowerCase(Locale.ROOT);
    }
}
