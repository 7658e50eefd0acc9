package dev.remotesupport.device.directory;

import dev.remotesupport.contracts.DeviceKind;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A device as the API shows it. */
@Schema(name = "Device")
public record DeviceView(
        UUID id,
        DeviceKind kind,

        @Schema(description = "The browser and its version.", examples = "Firefox 140")
        String name,

        @Schema(
                description = "The operating system; null when the browser did not say.",
                examples = "Windows 11",
                nullable = true)
        String os,

        @Schema(description = "When it last entered or left a session.")
        Instant lastSeenAt,

        @Schema(description = "Whether it is in a session right now.")
        boolean online,

        @Schema(description = "The session that it entered last.")
        UUID lastSessionId) {

    static DeviceView of(Row row) {
        return new DeviceView(
                row.getUUID("id"),
                DeviceKind.of(row.getString("kind")),
                row.getString("name"),
                row.getString("os"),
                row.getOffsetDateTime("last_seen_at").toInstant(),
                row.getBoolean("online"),
                row.getUUID("last_session_id"));
    }
}
