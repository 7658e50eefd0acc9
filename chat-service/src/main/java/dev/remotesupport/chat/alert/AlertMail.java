package dev.remotesupport.chat.alert;

import dev.remotesupport.chat.alert.DeskStore.Waiting;
import dev.remotesupport.chat.mail.ConsoleLinks;
import dev.remotesupport.chat.mail.MailSettings;
import dev.remotesupport.chat.mail.MailTexts;
import dev.remotesupport.chat.mail.OutgoingMail;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What the alerts say: how many wait and since when, and nothing of who they are. */
@ApplicationScoped
class AlertMail {

    private static final int MOST_LINES = 20;

    /** A session that waits. */
    @TemplateData
    public record Line(String session, String link, String since) {}

    private final ConsoleLinks links;
    private final Template text;
    private final Template html;

    AlertMail(
            ConsoleLinks links, @Location("mail/alert.txt") Template text, @Location("mail/alert.html") Template html) {
        this.links = links;
        this.text = text;
        this.html = html;
    }

    /** @param late the longest first */
    OutgoingMail late(UUID organisation, MailSettings wanted, List<Waiting> late) {
        var texts = MailTexts.of(wanted.language());
        var limit = texts.get("late.intro", wanted.waitLimit().orElseThrow().toMinutes());
        return mail("late", organisation, wanted, texts, limit, late);
    }

    /** @param waiting the longest first */
    OutgoingMail nobody(UUID organisation, MailSettings wanted, List<Waiting> waiting) {
        var texts = MailTexts.of(wanted.language());
        return mail("nobody", organisation, wanted, texts, texts.get("nobody.intro"), waiting);
    }

    private OutgoingMail mail(
            String kind, UUID organisation, MailSettings wanted, MailTexts texts, String intro, List<Waiting> waiting) {
        var title = texts.get(kind + ".title", waiting.size());
        var lines = waiting.stream()
                .limit(MOST_LINES)
                .map(one -> new Line(
                        one.session().toString(),
                        links.session(one.session()),
                        texts.time(one.since().toInstant())))
                .toList();
        return new OutgoingMail(
                kind + ":" + UUID.randomUUID(),
                organisation,
                waiting.getFirst().session(),
                wanted.alertTo(),
                title,
                render(text, texts, title, intro, wanted, lines, waiting.size() - lines.size()),
                render(html, texts, title, intro, wanted, lines, waiting.size() - lines.size()));
    }

    private String render(
            Template template,
            MailTexts texts,
            String title,
            String intro,
            MailSettings wanted,
            List<Line> lines,
            int more) {
        return template.data("t", texts)
                .data("title", title)
                .data("intro", intro)
                .data("quiet", wanted.quiet().toMinutes())
                .data("lines", lines)
                .data("more", more)
                .data("queue", links.queue())
                .render();
    }
}
