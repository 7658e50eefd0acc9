package dev.remotesupport.chat.mail;

import dev.remotesupport.contracts.event.SessionEnded;
import dev.remotesupport.platform.inbox.Inbox;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateData;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Tells the organisation of a chat that ended without anybody having taken it, if the customer wrote something. */
@ApplicationScoped
class MissedChats {

    private static final String CONSUMER = "chat-missed";
    private static final int MOST_LINES = 20;
    private static final Duration NEWS = Duration.ofDays(1);

    private static final String WRITTEN = """
            SELECT sender_name, text, created_at FROM message
            WHERE conversation_id = $1 AND sender_seat = 'customer' ORDER BY sequence LIMIT $2
            """;

    /** Something that the customer wrote. */
    @TemplateData
    public record Line(String name, String text, String at) {}

    private final Inbox inbox;
    private final MailBox box;
    private final MailSettingsStore settings;
    private final ConsoleLinks links;
    private final Template text;
    private final Template html;

    MissedChats(
            Inbox inbox,
            MailBox box,
            MailSettingsStore settings,
            ConsoleLinks links,
            @Location("mail/missed.txt") Template text,
            @Location("mail/missed.html") Template html) {
        this.inbox = inbox;
        this.box = box;
        this.settings = settings;
        this.links = links;
        this.text = text;
        this.html = html;
    }

    @Incoming("missed-chats")
    Uni<Void> follow(ConsumerRecords<String, String> records) {
        return inbox.consume(
                CONSUMER,
                records,
                (connection, event) -> event.data() instanceof SessionEnded ended && isMissed(ended) && box.isOpen()
                        ? tell(connection, ended)
                        : Uni.createFrom().voidItem());
    }

    /** Nobody ever helped in it, and it is still news: a consumer that begins anew tells no old stories. */
    static boolean isMissed(SessionEnded ended) {
        return ended.connectedAt() == null
                && ended.endedAt().isAfter(Instant.now().minus(NEWS));
    }

    private Uni<Void> tell(SqlConnection connection, SessionEnded ended) {
        return settings.find(connection)
                .chain(wanted -> wanted.tellsOfMissedChats()
                        ? connection
                                .preparedQuery(WRITTEN)
                                .execute(Tuple.of(ended.sessionId(), MOST_LINES))
                                .chain(rows -> rows.size() == 0
                                        ? Uni.createFrom().voidItem()
                                        : box.post(connection, mail(ended, wanted, rows)))
                        : Uni.createFrom().voidItem());
    }

    private OutgoingMail mail(SessionEnded ended, MailSettings wanted, RowSet<Row> rows) {
        var texts = MailTexts.of(wanted.language());
        var lines = new ArrayList<Line>();
        rows.forEach(row -> lines.add(line(row, texts)));
        return new OutgoingMail(
                "missed:" + ended.sessionId(),
                ended.organisation(),
                ended.sessionId(),
                wanted.alertTo(),
                texts.get("missed.subject"),
                render(text, texts, ended, lines),
                render(html, texts, ended, lines));
    }

    private static Line line(Row row, MailTexts texts) {
        return new Line(
                texts.customer(row.getString("sender_name")),
                row.getString("text"),
                texts.time(row.getOffsetDateTime("created_at").toInstant()));
    }

    private String render(Template template, MailTexts texts, SessionEnded ended, List<Line> lines) {
        return template.data("t", texts)
                .data("session", ended.sessionId().toString())
                .data("link", links.session(ended.sessionId()))
                .data("ended", texts.time(ended.endedAt()))
                .data("lines", lines)
                .render();
    }
}
