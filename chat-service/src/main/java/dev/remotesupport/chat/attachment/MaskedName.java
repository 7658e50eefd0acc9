package dev.remotesupport.chat.attachment;

import dev.remotesupport.chat.masking.Masker;
import dev.remotesupport.contracts.Limits;

/** A file's name as it may be kept: without the secrets in it, but with its ending. */
final class MaskedName {

    private MaskedName() {}

    static String of(String name, Masker masker) {
        int dot = name.lastIndexOf('.');
        var ending = dot < 0 || !Character.isLetter(name.charAt(name.length() - 1)) ? "" : name.substring(dot);
        var stem = name.substring(0, name.length() - ending.length());
        var masked = masker.mask(stem);
        return masked.anything() ? shortened(masked.text(), Limits.NAME - length(ending)) + ending : name;
    }

    /** A mask may be longer than what it hides. */
    private static String shortened(String text, int most) {
        return length(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
