package dev.remotesupport.chat.mail;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Where mail waits until the server has taken it. */
@ApplicationScoped
public class MailBox {

    private static final String INSERT = """
            INSERT INTO mail (id, key, organisation_id, conversation_id, recipients, subject, text, html)
            VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (organisation_id, key) DO NOTHING
            """;

    private static final String RECENT = """
            SELECT count(*) AS mails FROM mail
            WHERE conversation_id = $1 AND starts_with(key, $2) AND created_at > clock_timestamp() - interval '1 hour'
            """;

    private final MailConfig config;

    MailBox(MailConfig config) {
        this.config = config;
    }

    /** Whether this installation sends mail at all. */
    public boolean isOpen() {
        return config.from().filter(from -> !from.isBlank()).isPresent();
    }

    /** Keeps a mail in the running transaction; it leaves after the commit. One of a key that is known is left out. */
    public Uni<Void> post(SqlConnection connection, OutgoingMail mail) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.from(new Object[] {
                    mail.key(),
                    mail.organisation(),
                    mail.conversation(),
                    mail.to().toArray(String[]::new),
                    mail.subject(),
                    mail.text(),
                    mail.html()
                }))
                .replaceWithVoid();
    }

    /** How many mails of a kind were written about a conversation in the last hour. */
    public Uni<Long> recent(SqlConnection connection, UUID conversation, String kind) {
        return connection
                .preparedQuery(RECENT)
                .execute(Tuple.of(conversation, kind))
                .map(rows -> rows.iterator().next().getLong("mails"));
    }

    /** How long nobody of the staff may be there before an alert. */
    public Duration nobodyThereAfter() {
        return config.nobodyThereAfter();
    }

    /** Transcripts of one conversation in an hour at the most. */
    public int mostTranscripts() {
        return config.transcripts();
    }
}
