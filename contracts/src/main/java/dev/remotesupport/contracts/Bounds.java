package dev.remotesupport.contracts;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.regex.Pattern;

/** The checks in the constructors of the records: each refuses with a sentence that names the field, never its value. */
public final class Bounds {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*([._-][a-z0-9]+)*");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern ASSET_TYPE = Pattern.compile("(image|font|application)/[a-z0-9.+-]{1,50}");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]++={0,2}");
    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9_-]+");

    private Bounds() {}

    @CanIgnoreReturnValue
    public static <T> T present(T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing.");
        }
        return value;
    }

    /** A text of 1 to {@code max} characters. */
    public static void text(String value, String field, int max) {
        if (present(value, field).isEmpty()) {
            throw new IllegalArgumentException(field + " is empty.");
        }
        textOrEmpty(value, field, max);
    }

    /** A text of 0 to {@code max} characters. */
    public static void textOrEmpty(String value, String field, int max) {
        present(value, field);
        if (value.length() > max && value.codePointCount(0, value.length()) > max) {
            throw new IllegalArgumentException(field + " is longer than " + max + " characters.");
        }
    }

    /** A text of 0 to {@code max} characters, or none. */
    public static void optionalText(String value, String field, int max) {
        if (value != null) {
            textOrEmpty(value, field, max);
        }
    }

    /** A name for programs, such as {@code session-ended}: so that no free text slips in where people might write names. */
    public static void code(String value, String field) {
        text(value, field, Limits.CODE);
        if (!CODE.matcher(value).matches()) {
            throw new IllegalArgumentException(field + " is not a code of lower case words.");
        }
    }

    public static void optionalCode(String value, String field) {
        if (value != null) {
            code(value, field);
        }
    }

    public static void clientMessageId(String value, String field) {
        text(value, field, Limits.CLIENT_MESSAGE_ID);
        if (!CLIENT_ID.matcher(value).matches()) {
            throw new IllegalArgumentException(field + " may hold only letters, digits, - and _.");
        }
    }

    /** What a page shows and only the customer's browser can load: its name, made from its content, its type, itself. */
    public static void asset(String hash, String mime, String data) {
        matches(hash, "hash", HASH);
        matches(mime, "mime", ASSET_TYPE);
        text(data, "data", Limits.ASSET);
        matches(data, "data", BASE64);
    }

    private static void matches(String value, String field, Pattern pattern) {
        if (!pattern.matcher(present(value, field)).matches()) {
            throw new IllegalArgumentException(field + " is not what it should be.");
        }
    }

    public static void range(long value, String field, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(field + " is not between " + min + " and " + max + ".");
        }
    }

    public static void range(double value, String field, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(field + " is out of range.");
        }
    }

    /** A counter that starts at {@code min} and stays exact in JavaScript. */
    public static void counter(long value, String field, long min) {
        range(value, field, min, Limits.MAX_SAFE_INTEGER);
    }

    /** An unmodifiable copy of a list of at most {@code max} items without gaps. */
    public static <T> List<T> list(List<T> values, String field, int max) {
        if (present(values, field).size() > max) {
            throw new IllegalArgumentException(field + " has more than " + max + " items.");
        }
        for (T value : values) {
            present(value, field + "[]");
        }
        return List.copyOf(values);
    }
}
