package dev.remotesupport.chat.mail;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The settings as the database keeps them: one row for each organisation that has said something. */
@ApplicationScoped
class MailSettingsStore {

    private static final String FIND = "SELECT alert_to, missed_chats, language FROM mail_settings";

    private static final String SAVE = """
            INSERT INTO mail_settings (organisation_id, alert_to, missed_chats, language) VALUES ($1, $2, $3, $4)
            ON CONFLICT (organisation_id) DO UPDATE
            SET alert_to = excluded.alert_to, missed_chats = excluded.missed_chats, language = excluded.language
            """;

    /** Those of the organisation that the transaction runs for. */
    Uni<MailSettings> find(SqlConnection connection) {
        return connection.query(FIND).execute().map(rows -> {
            var found = rows.iterator();
            if (!found.hasNext()) {
                return MailSettings.NONE;
            }
            var row = found.next();
            return new MailSettings(
                    List.of(row.getArrayOfStrings("alert_to")),
                    row.getBoolean("missed_chats"),
                    row.getString("language"));
        });
    }

    Uni<Void> save(SqlConnection connection, UUID organisation, MailSettings settings) {
        return connection
                .preparedQuery(SAVE)
                .execute(Tuple.of(
                        organisation,
                        settings.alertTo().toArray(String[]::new),
                        settings.missedChats(),
                        settings.language()))
                .replaceWithVoid();
    }
}
