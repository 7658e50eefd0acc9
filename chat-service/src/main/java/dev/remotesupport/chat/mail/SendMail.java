package dev.remotesupport.chat.mail;

import dev.remotesupport.platform.tenancy.Tenancy;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Brings mail to the server. A mail is leased for the time of the attempt, so that no other replica sends it too; what
 * failed is tried again later and later. Only when a replica dies between the server's yes and its own note of it, a mail
 * leaves twice, then under the same Message-ID.
 */
@ApplicationScoped
class SendMail {

    private static final Logger LOG = Logger.getLogger(SendMail.class);
    private static final Duration LONGEST_RETRY = Duration.ofHours(1);

    private static final String LEASE = """
            UPDATE mail SET attempts = attempts + 1, due_at = clock_timestamp() + $2 * interval '1 millisecond'
            WHERE id IN (SELECT id FROM mail WHERE state = 'waiting' AND due_at <= clock_timestamp()
                ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED)
            RETURNING id, organisation_id, conversation_id, recipients, subject, text, html, attempts,
                created_at < clock_timestamp() - $3 * interval '1 millisecond' AS last_attempt
            """;

    /** What was sent is not kept, only that it was. */
    private static final String DONE = """
            UPDATE mail SET state = $2, subject = '', text = '', html = '', recipients = '{}' WHERE id = $1
            """;

    private static final String AGAIN = """
            UPDATE mail SET due_at = clock_timestamp() + $2 * interval '1 millisecond' WHERE id = $1
            """;

    private static final String FORGET = """
            DELETE FROM mail WHERE state <> 'waiting' AND created_at < clock_timestamp() - interval '30 days'
            """;

    private record Leased(UUID id, UUID conversation, Mail mail, int attempts, boolean last) {}

    private final Tenancy tenancy;
    private final MailBox box;
    private final MailConfig config;
    private final ReactiveMailer mailer;
    private final MeterRegistry meters;

    SendMail(Tenancy tenancy, MailBox box, MailConfig config, ReactiveMailer mailer, MeterRegistry meters) {
        this.tenancy = tenancy;
        this.box = box;
        this.config = config;
        this.mailer = mailer;
        this.meters = meters;
    }

    @Scheduled(every = "${remote-support.chat.mail.every:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sendAllDue() {
        if (!box.isOpen()) {
            return Uni.createFrom().voidItem();
        }
        return sendBatch()
                .onFailure()
                .invoke(failure ->
                        LOG.warnf("mail put off failure=%s", failure.getClass().getName()))
                .onFailure()
                .recoverWithNull();
    }

    @Scheduled(every = "6h", delayed = "10m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> forgetTheOld() {
        return tenancy.asSystem(connection -> connection.query(FORGET).execute().replaceWithVoid())
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> sendBatch() {
        return lease().chain(mails -> mails.isEmpty()
                ? Uni.createFrom().voidItem()
                : Multi.createFrom()
                        .iterable(mails)
                        .onItem()
                        .transformToUniAndMerge(this::send)
                        .collect()
                        .last()
                        .chain(this::sendBatch));
    }

    private Uni<List<Leased>> lease() {
        var lease = config.patience().multipliedBy(2).toMillis();
        return tenancy.asSystem(connection -> connection
                .preparedQuery(LEASE)
                .execute(Tuple.of(config.lanes(), lease, config.giveUp().toMillis()))
                .map(rows -> {
                    var mails = new ArrayList<Leased>();
                    rows.forEach(row -> mails.add(leased(row)));
                    return mails;
                }));
    }

    private Leased leased(Row row) {
        var from = config.from().orElseThrow();
        var mail = new Mail()
                .setFrom(from)
                .setTo(List.of(row.getArrayOfStrings("recipients")))
                .setSubject(row.getString("subject"))
                .setText(row.getString("text"))
                .setHtml(row.getString("html"))
                .addHeader("Message-ID", "<" + row.getUUID("id") + "@" + domain(from) + ">")
                .addHeader("Auto-Submitted", "auto-generated");
        return new Leased(
                row.getUUID("id"),
                row.getUUID("conversation_id"),
                mail,
                row.getInteger("attempts"),
                row.getBoolean("last_attempt"));
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
    }

    private Uni<Void> send(Leased leased) {
        return mailer.send(leased.mail())
                .ifNoItem()
                .after(config.patience())
                .fail()
                .onItemOrFailure()
                .transformToUni((sent, failure) -> failure == null ? done(leased, "sent") : failed(leased, failure));
    }

    private Uni<Void> failed(Leased leased, Throwable failure) {
        // The message of the failure may quote addresses.
        LOG.warnf(
                "mail not sent conversation=%s attempt=%d failure=%s",
                leased.conversation(), leased.attempts(), failure.getClass().getName());
        count("failed");
        return leased.last() ? done(leased, "given_up") : again(leased);
    }

    private Uni<Void> done(Leased leased, String state) {
        count(state);
        return tenancy.asSystem(connection -> connection
                .preparedQuery(DONE)
                .execute(Tuple.of(leased.id(), state))
                .replaceWithVoid());
    }

    private Uni<Void> again(Leased leased) {
        return tenancy.asSystem(connection -> connection
                .preparedQuery(AGAIN)
                .execute(Tuple.of(
                        leased.id(), backOff(config.retry(), leased.attempts()).toMillis()))
                .replaceWithVoid());
    }

    /** How long to wait after the given number of attempts. */
    static Duration backOff(Duration first, int attempts) {
        var wait = first.multipliedBy(1L << Math.min(attempts - 1, 20));
        return wait.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : wait;
    }

    private void count(String outcome) {
        meters.counter("remote_support.chat.mails", "outcome", outcome).increment();
    }
}
