package dev.remotesupport.chat.mail;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The settings as the database keeps them: one row for each organisation that has said something. */
@ApplicationScoped
public class MailSettingsStore {

    private static final String FIND =
            "SELECT alert_to, missed_chats, wait_minutes, nobody_there, quiet_minutes, language FROM mail_settings";

    private static final String SAVE = """
            INSERT INTO mail_settings (organisation_id, alert_to, missed_chats, wait_minutes, nobody_there, quiet_minutes, language)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (organisation_id) DO UPDATE
            SET alert_to = excluded.alert_to, missed_chats = excluded.missed_chats, wait_minutes = excluded.wait_minutes,
                nobody_there = excluded.nobody_there, quiet_minutes = excluded.quiet_minutes, language = excluded.language
            """;

    /** Those of the organisation that the transaction runs for. */
    public Uni<MailSettings> find(SqlConnection connection) {
        return connection.query(FIND).execute().map(rows -> {
            var found = rows.iterator();
            if (!found.hasNext()) {
                return MailSettings.NONE;
            }
            var row = found.next();
            return new MailSettings(
                    List.of(row.getArrayOfStrings("alert_to")),
                    row.getBoolean("missed_chats"),
                    Optional.ofNullable(row.getInteger("wait_minutes")).map(minutes -> Duration.ofMinutes(minutes)),
                    row.getBoolean("nobody_there"),
                    Duration.ofMinutes(row.getInteger("quiet_minutes")),
                    row.getString("language"));
        });
    }

    Uni<Void> save(SqlConnection connection, UUID organisation, MailSettings settings) {
        return connection
                .preparedQuery(SAVE)
                .execute(Tuple.from(new Object[] {
                    organisation,
                    settings.alertTo().toArray(String[]::new),
                    settings.missedChats(),
                    settings.waitLimit().map(limit -> (int) limit.toMinutes()).orElse(null),
                    settings.nobodyThere(),
                    (int) settings.quiet().toMinutes(),
                    settings.language()
                }))
                .replaceWithVoid();
    }
}
