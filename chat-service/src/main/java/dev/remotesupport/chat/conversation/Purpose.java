package dev.remotesupport.chat.conversation;

/** What somebody wants in a conversation. */
public enum Purpose {
    READ("chat:read"),
    WRITE("chat:write");

    private final String scope;

    Purpose(String scope) {
        this.scope = scope;
    }

    /** What an API key needs for it. */
    String scope() {
        return scope;
    }
}
