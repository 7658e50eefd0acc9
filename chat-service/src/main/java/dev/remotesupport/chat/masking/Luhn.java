package dev.remotesupport.chat.masking;

/** The check digit of card numbers (ISO/IEC 7812-1, annex B). */
final class Luhn {

    private Luhn() {}

    static boolean holds(CharSequence digits) {
        int sum = 0;
        for (int i = digits.length() - 1, place = 0; i >= 0; i--, place++) {
            int digit = digits.charAt(i) - '0';
            int weighed = place % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
