package dev.remotesupport.chat.room;

import dev.remotesupport.contracts.chat.ChatMessage;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** A socket, as a room sees it. */
public interface Subscriber {

    /**
     * Hands messages over. The next ones come once this has completed, so that a slow socket costs no memory.
     *
     * @param messages in order, without gap to the ones before
     * @param last the sequence of the newest message of the conversation
     */
    Uni<Void> messages(List<ChatMessage> messages, long last);

    /** Says that the conversation has ended; no messages follow. */
    Uni<Void> ended();
}
