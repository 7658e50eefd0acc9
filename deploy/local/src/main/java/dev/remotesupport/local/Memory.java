package dev.remotesupport.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much memory a process and its children hold, as Linux counts it. */
final class Memory {
    private Memory() {}

    /** Proportional set size in MB: what several processes share is counted once. */
    static long ofProcess(long pid) {
        return kilobytes(pid) / 1024;
    }

    /** The same of a process with all its descendants. */
    static long ofTree(long pid) {
        var root = ProcessHandle.of(pid).stream();
        return Stream.concat(root, ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants))
                        .mapToLong(each -> kilobytes(each.pid()))
                        .sum()
                / 1024;
    }

    private static long kilobytes(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
