package dev.remotesupport.chat.transcript;

import dev.remotesupport.chat.mail.MailTexts;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.chat.ChatMessage;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Writes a conversation down, as plain text and as HTML. */
@ApplicationScoped
class Transcript {

    /**
     * A message of it.
     *
     * @param mine whether the reader, the customer, wrote it
     */
    @TemplateData
    public record Line(String name, String text, String at, boolean mine) {}

    private final Template text;
    private final Template html;

    Transcript(@Location("mail/transcript.txt") Template text, @Location("mail/transcript.html") Template html) {
        this.text = text;
        this.html = html;
    }

    String text(UUID session, List<ChatMessage> messages, long omitted, MailTexts texts) {
        return render(text, session, messages, omitted, texts);
    }

    String html(UUID session, List<ChatMessage> messages, long omitted, MailTexts texts) {
        return render(html, session, messages, omitted, texts);
    }

    private static String render(
            Template template, UUID session, List<ChatMessage> messages, long omitted, MailTexts texts) {
        return template.data("t", texts)
                .data("session", session.toString())
                .data("omitted", omitted)
                .data("lines", lines(messages, texts))
                .render();
    }

    /** What the customer saw too. */
    static List<Line> lines(List<ChatMessage> messages, MailTexts texts) {
        return messages.stream()
                .filter(message -> !Boolean.TRUE.equals(message.internal()))
                .map(message -> line(message, texts))
                .toList();
    }

    private static Line line(ChatMessage message, MailTexts texts) {
        boolean customer = message.sender().seat() == Seat.CUSTOMER;
        var name = message.sender().name();
        return new Line(
                customer ? texts.customer(name) : name.isBlank() ? texts.get("staff") : name,
                text(message, texts),
                texts.time(message.at()),
                customer);
    }

    /** A file that came without a word has its name as its text. */
    private static String text(ChatMessage message, MailTexts texts) {
        if (message.attachment() == null) {
            return message.text();
        }
        var name = message.attachment().name();
        var file = texts.get("transcript.file", name);
        return message.text().equals(name) ? file : file + "\n" + message.text();
    }
}
