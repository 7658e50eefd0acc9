package dev.remotesupport.gateway.key;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** An API key as its owner writes it: {@code rsk_<id>_<secret>}. The id finds it, the secret proves it. */
record ApiKeyText(UUID id, String secret) {

    static final String PREFIX = "rsk_";
    private static final Pattern FORM = Pattern.compile("rsk_([0-9a-f-]{36})_([A-Za-z0-9_-]{43})");

    static Optional<ApiKeyText> of(String text) {
        var match = FORM.matcher(text);
        try {
            return match.matches()
                    ? Optional.of(new ApiKeyText(UUID.fromString(match.group(1)), match.group(2)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String text() {
        return PREFIX + id + "_" + secret;
    }
}
