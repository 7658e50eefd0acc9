package dev.remotesupport.session.staffing;

import dev.remotesupport.contracts.Channel;
import dev.remotesupport.session.lifecycle.Session;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** So many sessions of each kind: how many one may have, or has. A session is a call if it began as one. */
@Schema(name = "Capacity")
public record Capacity(
        @Schema(examples = "5") int chat,
        @Schema(examples = "2") int call) {

    public static boolean isCall(Session session) {
        return session.channels().getFirst() == Channel.CALL;
    }

    /** Whether one that has so many may have another. */
    boolean leavesRoom(Capacity load, boolean call) {
        return call ? load.call() < this.call : load.chat() < chat;
    }

    Capacity withAnother(boolean call) {
        return call ? new Capacity(chat, this.call + 1) : new Capacity(chat + 1, this.call);
    }

    int total() {
        return chat + call;
    }
}
