package dev.remotesupport.chat.room;

import dev.remotesupport.chat.progress.Mark;
import dev.remotesupport.contracts.Seat;
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
     * @param through the sequence up to which nothing that is for this socket is missing then
     */
    Uni<Void> messages(List<ChatMessage> messages, long last, long through);

    /** Says how far the other side has come. */
    Uni<Void> progress(Seat seat, Mark mark);

    /** Says that somebody else is writing. */
    Uni<Void> typing(Seat seat, String name);

    /** The socket has to go: its technician has the conversation no more. */
    void expelled();

    /** Its bearer leads whoever had the conversation; whether that is so still is to be asked. */
    void doubted();

    /** Says that the conversation has ended; no messages follow. */
    Uni<Void> ended();
}
