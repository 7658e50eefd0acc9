package dev.remotesupport.gateway.upstream;

import java.util.Locale;

/** The services behind the gateway. */
public enum Service {
    SESSION,
    SIGNALING,
    CHAT,
    DEVICE,
    STATS;

    /** Its name in {@code remote-support.upstreams}. */
    String configName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
