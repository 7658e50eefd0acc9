package dev.remotesupport.chat.masking;

import java.util.List;

/**
 * A way to write a number.
 *
 * @param digits what the digits 0 to 9 are written as
 * @param pieces how long its pieces are; the last one goes on to the end
 * @param separator what stands between the pieces
 */
record Spelling(List<String> digits, List<Integer> pieces, String separator) {

    String write(String number) {
        var written = new StringBuilder();
        int piece = 0;
        int left = pieces.isEmpty() ? number.length() : pieces.getFirst();
        for (int i = 0; i < number.length(); i++) {
            if (left == 0) {
                written.append(separator);
                piece = Math.min(piece + 1, pieces.size() - 1);
                left = pieces.get(piece);
            }
            written.append(digits.get(number.charAt(i) - '0'));
            left--;
        }
        return written.toString();
    }
}
