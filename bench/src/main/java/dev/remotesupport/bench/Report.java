package dev.remotesupport.bench;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** A result as a small table: what was asked, what was measured, on which machine, by which command. */
final class Report {

    private final String title;
    private final Map<String, String> rows = new LinkedHashMap<>();

    Report(String title) {
        this.title = title;
    }

    @CanIgnoreReturnValue
    Report row(String name, Object value) {
        rows.put(name, value.toString());
        System.out.printf(Locale.ROOT, "%-40s %s%n", name, value);
        return this;
    }

    /** @param histogram of microseconds; one that measured nothing says nothing */
    @CanIgnoreReturnValue
    Report latency(String name, Histogram histogram) {
        if (histogram.getTotalCount() == 0) {
            return this;
        }
        return row(
                name,
                String.format(
                        Locale.ROOT,
                        "p50 %.1f · p95 %.1f · p99 %.1f · max %.1f ms (n = %d)",
                        histogram.getValueAtPercentile(50) / 1000.0,
                        histogram.getValueAtPercentile(95) / 1000.0,
                        histogram.getValueAtPercentile(99) / 1000.0,
                        histogram.getMaxValue() / 1000.0,
                        histogram.getTotalCount()));
    }

    void write(Path file, String command) throws IOException {
        var text = new StringBuilder("# " + title + "\n\n| | |\n|---|---|\n");
        rows.forEach((name, value) ->
                text.append("| ").append(name).append(" | ").append(value).append(" |\n"));
        text.append("| machine | ").append(machine()).append(" |\n");
        text.append("\nMade by `").append(command).append("`.\n");
        var unused = Files.writeString(file, text);
    }

    private static String machine() throws IOException {
        var runtime = Runtime.getRuntime();
        var cpu = Files.exists(Path.of("/proc/cpuinfo"))
                ? Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 2))
                        .findFirst()
                        .orElse("unknown CPU")
                : System.getProperty("os.arch");
        return runtime.availableProcessors() + " cores, " + cpu + ", " + System.getProperty("os.name") + ", JDK "
                + Runtime.version().feature() + "; load generator on the same machine";
    }
}
