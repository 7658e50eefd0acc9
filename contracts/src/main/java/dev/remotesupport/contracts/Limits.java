package dev.remotesupport.contracts;

/** The bounds of what may be on the wire. Lengths count Unicode characters; the schemas state the same numbers. */
public final class Limits {

    /** The largest number that JavaScript holds exactly. */
    public static final long MAX_SAFE_INTEGER = 9_007_199_254_740_991L;

    /** Largest frame of {@code /ws/signaling} in bytes: the snapshot of a large page. */
    public static final int SIGNAL_FRAME_BYTES = 8 * 1024 * 1024;

    /** A picture or font that only the customer's browser can load, in Base64. */
    public static final int ASSET = 700_000;

    /** Largest frame of {@code /ws/chat} and {@code /ws/console} from a client, in bytes. */
    public static final int CHAT_FRAME_BYTES = 64 * 1024;

    public static final int TOKEN = 4_096;
    public static final int URL = 4_096;
    public static final int TITLE = 512;
    public static final int NAME = 200;
    public static final int CODE = 64;
    public static final int REASON = 300;
    public static final int DETAIL = 1_000;

    /** Text of a chat message. */
    public static final int MESSAGE_TEXT = 4_000;

    /** A client's own name for a message, by which a repeated send is recognised. */
    public static final int CLIENT_MESSAGE_ID = 64;

    /** Messages in one {@code chat.messages}. */
    public static final int MESSAGES_PER_FRAME = 200;

    /** Text that a technician types into a field at once. */
    public static final int INPUT_VALUE = 20_000;

    public static final int SELECT_VALUES = 200;
    public static final int SELECT_VALUE = 1_000;
    public static final int KEY = 64;

    /** Places on the way of one drag. */
    public static final int STEPS = 64;

    /** Numbers in one piece of a drawn line, two for each point. */
    public static final int STROKE = 128;

    /** What a console is told in one frame. */
    public static final int NEWS = 500;

    /** Streams that a technician resumes at once: the tabs it watched. */
    public static final int STREAMS = 50;

    /** Participants and grants listed in one frame. */
    public static final int PARTICIPANTS = 200;

    public static final int GRANTS = 50;

    /** An offer or answer of a peer connection. */
    public static final int SDP = 65_536;

    /** A way on which a peer may be reached. */
    public static final int CANDIDATE = 2_048;

    /** STUN and TURN servers, and the addresses of each. */
    public static final int ICE_SERVERS = 10;

    /** A user name or a password for a TURN server. */
    public static final int CREDENTIAL = 512;

    /** Media in one peer connection. */
    public static final int MEDIA_LINES = 200;

    /** Pointer and scroll positions in CSS pixels, in either direction. */
    public static final double PIXELS = 10_000_000;

    private Limits() {}
}
