package dev.remotesupport.chat.room;

import dev.remotesupport.chat.message.MessageHistory.News;
import dev.remotesupport.contracts.chat.ChatMessage;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;

/**
 * One conversation on this replica, for as long as it has sockets here. Each socket is fed on its own: from memory while
 * it keeps up, from the database while it is behind.
 */
final class Room {

    private final UUID conversation;
    private final UUID organisation;
    private final LongFunction<Uni<List<ChatMessage>>> history;
    private final Tail tail;
    private final List<Feed> feeds = new ArrayList<>();
    private boolean ended;

    /** @param history reads the page of messages after a sequence; an empty one means that there are no more */
    Room(UUID conversation, UUID organisation, Tail tail, LongFunction<Uni<List<ChatMessage>>> history) {
        this.conversation = conversation;
        this.organisation = organisation;
        this.history = history;
        this.tail = tail;
    }

    UUID conversation() {
        return conversation;
    }

    UUID organisation() {
        return organisation;
    }

    synchronized long last() {
        return tail.last();
    }

    synchronized boolean isEmpty() {
        return feeds.isEmpty();
    }

    synchronized void add(Feed feed) {
        feeds.add(feed);
    }

    synchronized void remove(Feed feed) {
        feeds.remove(feed);
    }

    /** Takes in the messages that follow; answers false when some before them are missing here and must be fetched. */
    boolean posted(List<ChatMessage> messages) {
        boolean complete;
        List<Feed> awake;
        synchronized (this) {
            complete = tail.append(messages);
            awake = List.copyOf(feeds);
        }
        awake.forEach(Feed::wake);
        return complete;
    }

    /** Takes in what the database says is new; answers false as above. */
    boolean learn(News news) {
        synchronized (this) {
            ended |= news.ended();
        }
        return posted(news.messages());
    }

    Uni<List<ChatMessage>> pageAfter(long sequence) {
        return history.apply(sequence);
    }

    /** What a feed that has come so far does next. */
    synchronized Step next(long after) {
        if (after < tail.last()) {
            return tail.reachesBackTo(after) ? new Step.Send(tail.after(after), tail.last()) : new Step.Fetch();
        }
        return ended ? new Step.End() : new Step.Rest();
    }

    /** The next thing for one feed to do. */
    sealed interface Step {

        /** Hand these messages over. */
        record Send(List<ChatMessage> messages, long last) implements Step {}

        /** Read what is no longer in memory. */
        record Fetch() implements Step {}

        /** Say that the conversation has ended. */
        record End() implements Step {}

        /** Wait for news. */
        record Rest() implements Step {}
    }
}
