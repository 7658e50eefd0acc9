package dev.remotesupport.chat.masking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The tables of tricky texts under {@code src/test/resources/masking}, and what masking makes of them. */
final class TrickyTexts {

    private static final Pattern SECRET = Pattern.compile("⟦([cas])(?::(\\w{4}))? ([^⟧]*)⟧");
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    /** A text, what must become of it, and where its secrets are. */
    record Sample(String section, String text, String masked, List<int[]> secrets) {}

    /** How many secrets were found, missed, and seen where none is. */
    record Score(int found, int missed, int mistaken) {

        double precision() {
            return found + mistaken == 0 ? 1 : (double) found / (found + mistaken);
        }

        double recall() {
            return found + missed == 0 ? 1 : (double) found / (found + missed);
        }

        Score plus(Score other) {
            return new Score(found + other.found, missed + other.missed, mistaken + other.mistaken);
        }
    }

    private TrickyTexts() {}

    static List<Sample> read(String table) {
        try (var file = TrickyTexts.class.getResourceAsStream("/masking/" + table)) {
            var samples = new ArrayList<Sample>();
            var section = "";
            for (var line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith("## ")) {
                    section = line.substring(3);
                } else if (!line.startsWith("# ") && !line.isBlank()) {
                    samples.add(sample(section, unescape(line)));
                }
            }
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Score score(Sample sample, Masker masker) {
        var findings = masker.mask(sample.text()).findings();
        int found = (int) sample.secrets().stream()
                .filter(secret ->
                        findings.stream().anyMatch(place -> place.from() <= secret[0] && place.to() >= secret[1]))
                .count();
        int mistaken = (int) findings.stream()
                .filter(place -> sample.secrets().stream()
                        .noneMatch(secret -> place.from() < secret[1] && secret[0] < place.to()))
                .count();
        return new Score(found, sample.secrets().size() - found, mistaken);
    }

    private static Sample sample(String section, String line) {
        var text = new StringBuilder();
        var masked = new StringBuilder();
        var secrets = new ArrayList<int[]>();
        var matcher = SECRET.matcher(line);
        int copied = 0;
        while (matcher.find()) {
            var secret = matcher.group(3);
            text.append(line, copied, matcher.start());
            masked.append(line, copied, matcher.start()).append(mask(matcher.group(1), matcher.group(2), secret));
            secrets.add(new int[] {text.length(), text.length() + secret.length()});
            text.append(secret);
            copied = matcher.end();
        }
        var rest = line.substring(copied);
        return new Sample(section, text + rest, masked + rest, secrets);
    }

    /** @param lastFour null where they can be read off */
    private static String mask(String kind, String lastFour, String secret) {
        var digits = lastFour == null ? plain(secret) : lastFour;
        return switch (kind) {
            case "c" -> "•••• •••• •••• " + digits.substring(digits.length() - 4);
            case "a" -> "•••• " + digits.substring(digits.length() - 4);
            default -> "••••";
        };
    }

    /** The letters and digits of a secret as a person would read them out. */
    private static String plain(String secret) {
        var words = secret.toLowerCase(java.util.Locale.ROOT);
        if (words.matches(".*\\bone\\b.*")) {
            return "1111";
        }
        var plain = new StringBuilder();
        secret.codePoints().forEach(point -> {
            int digit = Character.digit(point, 10) >= 0 ? Character.digit(point, 10) : Character.getNumericValue(point);
            if (digit >= 0 && digit <= 9) {
                plain.append(digit);
            } else if (point < 128 && Character.isLetter(point)) {
                plain.append(lookalike(Character.toUpperCase((char) point), secret));
            }
        });
        return plain.toString();
    }

    private static char lookalike(char letter, String secret) {
        boolean iban = Character.isLetter(secret.charAt(0)) && Character.isLetter(secret.charAt(1));
        return iban ? letter : letter == 'O' ? '0' : letter == 'L' ? '1' : letter;
    }

    private static String unescape(String line) {
        var text = line.replace("\\n", "\n").replace("\\t", "\t");
        return ESCAPE.matcher(text)
                .replaceAll(escape -> java.util.regex.Matcher.quoteReplacement(
                        Character.toString(Integer.parseInt(escape.group(1), 16))));
    }
}
