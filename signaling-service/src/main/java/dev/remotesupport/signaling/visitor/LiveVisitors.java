package dev.remotesupport.signaling.visitor;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who is on the sites now, whoever came last first.
 *
 * @param total of all who are there; {@code items} may be fewer
 */
@Schema(name = "LiveVisitors")
record LiveVisitors(List<LiveVisitor> items, long total) {

    /** A person with the tabs that are open. */
    @Schema(name = "LiveVisitor")
    record LiveVisitor(
            UUID id,
            UUID siteId,

            @Schema(description = "As the site vouched for; a visitor who is not identified is called Visitor.")
            String name,

            boolean identified,

            @Schema(examples = "Firefox 140") String browser,

            @Schema(examples = "Windows 11") String os,

            @Schema(description = "As a trusted proxy said; null when none did.", examples = "NL")
            String place,

            Instant since,

            @Schema(description = "The one in front first.") List<LiveTab> tabs) {}

    /**
     * One open tab.
     *
     * @param url without query and fragment
     * @param title empty where the page keeps it private
     */
    @Schema(name = "LiveTab")
    record LiveTab(String url, String title, boolean visible, Instant since) {}

    /** Puts rows together that come grouped by visitor. */
    static final class Gathering {
        private final Map<UUID, LiveVisitor> visitors = new LinkedHashMap<>();
        private long total;

        void add(Row row) {
            total = row.getLong("total");
            visitors.computeIfAbsent(
                            row.getUUID("visitor_id"),
                            id -> new LiveVisitor(
                                    id,
                                    row.getUUID("site_id"),
                                    row.getString("name"),
                                    row.getBoolean("identified"),
                                    row.getString("browser"),
                                    row.getString("os"),
                                    row.getString("place"),
                                    row.getOffsetDateTime("here_since").toInstant(),
                                    new ArrayList<>()))
                    .tabs()
                    .add(new LiveTab(
                            row.getString("url"),
                            row.getString("title"),
                            row.getBoolean("visible"),
                            row.getOffsetDateTime("since").toInstant()));
        }

        LiveVisitors result() {
            return new LiveVisitors(List.copyOf(visitors.values()), total);
        }
    }
}
