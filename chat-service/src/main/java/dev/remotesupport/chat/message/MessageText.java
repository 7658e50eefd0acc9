package dev.remotesupport.chat.message;

import dev.remotesupport.chat.ChatProblem;
import dev.remotesupport.contracts.Limits;
import dev.remotesupport.platform.problem.ProblemException;

/**
 * What may be said: 1 to 4,000 characters. Control characters other than line breaks and tabs, and halves of surrogate
 * pairs, are taken out: they show nothing and some systems choke on them. All else stays as it was written; whoever shows
 * it shows it as text, never as HTML.
 */
final class MessageText {

    private MessageText() {}

    /** @throws ProblemException {@code text-not-allowed} when nothing visible is left, or it is too long */
    static String clean(String written) {
        var text = written.codePoints().allMatch(MessageText::stays)
                ? written
                : written.codePoints()
                        .filter(MessageText::stays)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
        if (text.isBlank()) {
            throw new ProblemException(ChatProblem.TEXT_NOT_ALLOWED, "A message needs at least one visible character.");
        }
        if (text.codePointCount(0, text.length()) > Limits.MESSAGE_TEXT) {
            throw new ProblemException(
                    ChatProblem.TEXT_NOT_ALLOWED, "A message has at most " + Limits.MESSAGE_TEXT + " characters.");
        }
        return text;
    }

    private static boolean stays(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n' || character == '\t' || character == '\r';
            case Character.SURROGATE -> false;
            default -> true;
        };
    }
}
