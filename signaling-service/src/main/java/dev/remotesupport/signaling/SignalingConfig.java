package dev.remotesupport.signaling;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an installation may set of the signaling service. */
@ConfigMapping(prefix = "remote-support.signaling")
public interface SignalingConfig {

    /** {@code host:port} under which the gateway reaches this very replica; a refused upgrade names the owner's. */
    String address();

    /** How long a client may take to say hello. */
    @WithDefault("5s")
    Duration helloWithin();

    /** How long a connection may be silent, pings unanswered, before it counts as cut. Pings go out every 15 s. */
    @WithDefault("45s")
    Duration silentFor();

    /** How long the line of a tab that is watched may be silent, pings unanswered, before its picture counts as paused. */
    @WithDefault("8s")
    Duration pausedAfter();

    /**
     * How long a participant whose connection broke keeps its place before it counts as gone: longer than a network is away
     * for half a minute and a browser then waits before it tries again.
     */
    @WithDefault("60s")
    Duration returnWithin();

    /** How long a customer may think about a request before it counts as refused. */
    @WithDefault("30s")
    Duration answerWithin();

    /** How long a customer's consent lasts. */
    @WithDefault("1h")
    Duration grantFor();

    /** How long a room's lease lasts without renewal: the longest a room stays away after its replica was killed. */
    @WithDefault("6s")
    Duration leaseFor();

    /** How often leases are renewed. */
    @WithDefault("2s")
    Duration renewEvery();

    /**
     * STUN servers, such as {@code stun:stun.example.com:3478}, by which browsers find a way to each other for a live
     * picture; with none they try their own addresses only. At most ten.
     */
    Optional<List<String>> iceServers();

    /**
     * At least 16 random characters under which the secrets of organisations' own TURN servers are kept encrypted, the same for
     * all replicas; without it organisations can set STUN servers only.
     */
    Optional<String> encryptionKey();

    /** The relays for those whom no direct way connects. */
    Turn turn();

    /** TURN servers that share one secret with this service, as coturn does with {@code use-auth-secret}. */
    interface Turn {

        /** Such as {@code turn:turn.example.com:3478?transport=udp}; with none there is no relay. At most ten. */
        Optional<List<String>> urls();

        /** What credentials are made with; coturn's {@code static-auth-secret}. */
        Optional<String> secret();

        /** How long credentials last, from one minute to one hour; new ones come after half of it. */
        @WithDefault("1h")
        Duration credentialsFor();
    }

    /** How many pages of sites may be connected to one replica at once; more are told to come back later. */
    @WithDefault("10000")
    int visitors();

    /** The header in which a trusted proxy in front says where somebody is, such as {@code CF-IPCountry}; none is believed. */
    Optional<String> placeHeader();

    /** How often replicas look for rooms that a killed replica left behind, and for tokens to forget. */
    @WithDefault("10s")
    Duration sweepEvery();
}
