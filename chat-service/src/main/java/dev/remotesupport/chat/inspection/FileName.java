package dev.remotesupport.chat.inspection;

import dev.remotesupport.chat.ChatProblem;
import dev.remotesupport.contracts.Limits;
import dev.remotesupport.platform.problem.ProblemException;
import java.util.Locale;

/**
 * What a sender calls its file: 1 to 200 characters without a path, and without those that show nothing or turn the direction
 * of writing, by which {@code exe} can be made to look like {@code txt}.
 */
record FileName(String text) {

    /** @throws ProblemException {@code file-name-not-allowed} */
    FileName {
        text = text.strip();
        if (text.isEmpty() || text.codePointCount(0, text.length()) > Limits.NAME) {
            throw refused("A file's name has 1 to " + Limits.NAME + " characters.");
        }
        if (text.chars().anyMatch(character -> character == '/' || character == '\\' || character == ':')
                || text.startsWith(".")) {
            throw refused("A file's name is no path: leave out / \\ : and a dot at the beginning.");
        }
        if (text.codePoints().anyMatch(FileName::isHidden)) {
            throw refused("A file's name holds characters that cannot be seen.");
        }
    }

    /** What follows the last dot, in lower case; empty where there is none. */
    String ending() {
        int dot = text.lastIndexOf('.');
        return dot < 0 ? "" : text.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            // The joiners of emoji and of some scripts are the only ones that a name needs.
            case Character.FORMAT -> character != 0x200C && character != 0x200D;
            default -> false;
        };
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(ChatProblem.FILE_NAME_NOT_ALLOWED, detail);
    }
}
