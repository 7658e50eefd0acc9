package dev.remotesupport.chat.room;

import dev.remotesupport.contracts.chat.ChatMessage;
import java.util.ArrayList;
import java.util.List;

/** The newest messages of a conversation, without gaps; older ones are in the database. Not thread-safe. */
final class Tail {

    private final List<ChatMessage> messages = new ArrayList<>();
    private final int bound;
    private long last;

    /** @param last the newest sequence so far; what follows it is kept */
    Tail(long last, int bound) {
        this.last = last;
        this.bound = bound;
    }

    long last() {
        return last;
    }

    /** Takes in what is new of these; answers false when something between is missing. */
    boolean append(List<ChatMessage> newer) {
        for (var message : newer) {
            if (message.sequence() > last + 1) {
                return false;
            }
            if (message.sequence() == last + 1) {
                messages.add(message);
                last = message.sequence();
            }
        }
        if (messages.size() > bound) {
            messages.subList(0, messages.size() - bound).clear();
        }
        return true;
    }

    /** Lets go of what is here, as it is no longer what the database has. */
    void forget() {
        messages.clear();
    }

    /** Whether everything after this sequence is here. */
    boolean reachesBackTo(long after) {
        return after >= last - messages.size();
    }

    List<ChatMessage> after(long after) {
        return List.copyOf(messages.subList(messages.size() - (int) (last - after), messages.size()));
    }
}
