package dev.remotesupport.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an installation may set of the session service. */
@ConfigMapping(prefix = "remote-support.session")
public interface SessionConfig {

    /** How long a customer may be away from a session that still waits for a technician, before it ends. */
    @WithDefault("15m")
    Duration waitingPatience();

    /** How long a customer may be away from a session that a technician has taken, before it ends. */
    @WithDefault("30m")
    Duration interruptionPatience();

    /** How long a grant lasts when nothing else is said. */
    @WithDefault("60m")
    Duration grantFor();

    /** The longest that a grant may last. */
    @WithDefault("8h")
    Duration longestGrant();

    /** How long after its end a session can still be rated. */
    @WithDefault("7d")
    Duration ratingFor();

    /** How often each replica looks for sessions and grants whose time is over. */
    @WithDefault("2s")
    Duration sweepEvery();

    /** How many of them it takes in one transaction. */
    @WithDefault("100")
    int sweepBatch();

    /** How many tabs and devices may be admitted to one session. */
    @WithDefault("200")
    int participantsPerSession();
}
