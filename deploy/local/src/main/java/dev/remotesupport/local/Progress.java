package dev.remotesupport.local;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** What a person reads while the suite starts, runs and stops. */
public final class Progress {
    private final PrintStream out;
    private final Instant begin = Instant.now();

    Progress(PrintStream out) {
        this.out = out;
    }

    /** Something has been done: says so, and how long after the start. */
    public void done(String what) {
        out.printf("  %-58s %5.1f s%n", what, elapsed().toMillis() / 1000.0);
        out.flush();
    }

    public void say(String sentence) {
        out.println(sentence);
        out.flush();
    }

    Duration elapsed() {
        return Duration.between(begin, Instant.now());
    }
}
