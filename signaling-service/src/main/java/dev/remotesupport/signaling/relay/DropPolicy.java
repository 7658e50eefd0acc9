package dev.remotesupport.signaling.relay;

/** What happens to messages that a slow connection has not taken yet. */
public enum DropPolicy {
    /** Only the newest of a lane waits: an older pointer position is worth nothing. */
    KEEP_NEWEST,

    /** Only the newest of a lane waits; with too many lanes the connection is closed, and begins afresh with what is true. */
    KEEP_NEWEST_OR_CLOSE,

    /** One snapshot is in flight; past the bound the lane is emptied and begins again with a fresh one. */
    RESTART,

    /** Nothing may be missing: past the bound the connection is closed. */
    CLOSE
}
