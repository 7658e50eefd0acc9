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

    /** How long a waiting session is kept while its customer is away, when an e-mail address tells where to answer. */
    @WithDefault("7d")
    Duration messageKeptFor();

    /** How long a customer may be away from a session that a technician has taken, before it ends. */
    @WithDefault("30m")
    Duration interruptionPatience();

    /** How long a code for the connect page can be used. */
    @WithDefault("10m")
    Duration invitationFor();

    /** How long a grant lasts when nothing else is said. */
    @WithDefault("60m")
    Duration grantFor();

    /** The longest that a grant may last. */
    @WithDefault("8h")
    Duration longestGrant();

    /** After how long without anything happening everybody in a session is warned, where the organisation says nothing else. */
    @WithDefault("20m")
    Duration idleWarn();

    /** After how long without anything happening a session ends, where the organisation says nothing else. */
    @WithDefault("30m")
    Duration idleEnd();

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

    /** After how long without a sign of a console its member counts as not connected. */
    @WithDefault("15s")
    Duration staffSilence();

    /** The same once signaling has said that the last console is gone: one that opens at this moment has time to be heard. */
    @WithDefault("1s")
    Duration staffFarewell();

    /** How long active sessions of a member who is not connected any more stay his or hers. */
    @WithDefault("2m")
    Duration staffReturn();

    /** How long a session is not offered again to who declined it, or did not answer. */
    @WithDefault("60s")
    Duration refusalHolds();

    /** How long a call rings at somebody who was not offered it, and at a customer. */
    @WithDefault("30s")
    Duration ringFor();

    /** After how long without a word of one side a call is over: longer than a network is away when a train leaves its tunnel. */
    @WithDefault("60s")
    Duration callSilence();

    /** The safety net of the routing, which is woken by what happens: how often each replica looks at all that wait. */
    @WithDefault("5s")
    Duration routeEvery();
}
