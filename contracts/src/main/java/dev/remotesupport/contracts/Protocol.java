package dev.remotesupport.contracts;

/** The version of the socket protocol, said in each client's {@code hello}. */
public final class Protocol {

    /** The version this build speaks. */
    public static final int VERSION = 1;

    /** The oldest version still understood, so that a cached script survives a roll-out. */
    public static final int OLDEST = 1;

    /** The WebSocket subprotocol of all three sockets. */
    public static final String SUBPROTOCOL = "remote-support.v1";

    /** What precedes the token where a browser hands it over as a second subprotocol. */
    public static final String BEARER = "bearer.";

    private Protocol() {}

    public static boolean speaks(int version) {
        return version >= OLDEST && version <= VERSION;
    }
}
