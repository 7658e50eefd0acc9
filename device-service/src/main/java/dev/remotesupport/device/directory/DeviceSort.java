package dev.remotesupport.device.directory;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

/** What a list of devices is ordered by; the id decides between equals. */
enum DeviceSort {
    LAST_SEEN("last_seen_at") {
        @Override
        String place(DeviceView last) {
            return last.lastSeenAt().toString();
        }

        @Override
        Object value(String place) {
            return Instant.parse(place).atOffset(ZoneOffset.UTC);
        }
    },
    NAME("sort_name") {
        @Override
        String place(DeviceView last) {
            return last.name().toLowerCase(Locale.ROOT);
        }

        @Override
        Object value(String place) {
            return place;
        }
    };

    private final String column;

    DeviceSort(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }

    /** Where in the order a device stands, as text for a cursor. */
    abstract String place(DeviceView last);

    /**
     * The same for the column.
     *
     * @throws DateTimeException if it is no place of this order
     */
    abstract Object value(String place);
}
