package dev.remotesupport.chat.mail;

import io.quarkus.qute.TemplateData;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of mails in one language, from {@code mail/texts*.properties}. */
@TemplateData
public final class MailTexts {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    /** What the gateway calls a visitor without a name. */
    private static final String NAMELESS = "Visitor";

    private final Locale locale;
    private final ResourceBundle bundle;

    private MailTexts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                "mail/texts",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The best of our languages for an {@code Accept-Language} header or a language tag; English for what is neither. */
    public static MailTexts of(String wanted) {
        try {
            var found = Locale.lookup(Locale.LanguageRange.parse(wanted == null ? "en" : wanted), LANGUAGES);
            return new MailTexts(found == null ? Locale.ENGLISH : found);
        } catch (IllegalArgumentException e) {
            return new MailTexts(Locale.ENGLISH);
        }
    }

    public String language() {
        return locale.getLanguage();
    }

    public String get(String key) {
        return bundle.getString(key);
    }

    public String get(String key, Object value) {
        return new MessageFormat(bundle.getString(key), locale).format(new Object[] {value});
    }

    /** A customer's name; whoever has given none is told of in the language of the mail, and not as the gateway says. */
    public String customer(String name) {
        return name.isBlank() || name.equals(NAMELESS) ? get("customer") : name;
    }

    /** A moment as people write it, in UTC, which the text says too. */
    public String time(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(at.atOffset(ZoneOffset.UTC))
                + " UTC";
    }
}
