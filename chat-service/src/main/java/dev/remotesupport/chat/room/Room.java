package dev.remotesupport.chat.room;

import dev.remotesupport.chat.conversation.Holder;
import dev.remotesupport.chat.message.MessageHistory.News;
import dev.remotesupport.chat.progress.Advance;
import dev.remotesupport.chat.progress.Mark;
import dev.remotesupport.chat.progress.Progress;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.chat.ChatMessage;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
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
    private final Consumer<Advance> advanced;
    private final Progress progress = new Progress();
    private Holder holder;
    private boolean ended;
    private int edition;

    /**
     * @param history reads the page of messages after a sequence; an empty one means that there are no more
     * @param advanced hears how far a side has come by the sockets that are here
     */
    Room(
            UUID conversation,
            UUID organisation,
            Holder holder,
            Tail tail,
            LongFunction<Uni<List<ChatMessage>>> history,
            Consumer<Advance> advanced) {
        this.conversation = conversation;
        this.organisation = organisation;
        this.holder = holder;
        this.history = history;
        this.advanced = advanced;
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
        return posted(messages, null);
    }

    private boolean posted(List<ChatMessage> messages, Integer read) {
        boolean complete;
        List<Feed> awake;
        synchronized (this) {
            complete = (read == null || read == edition) && tail.append(messages);
            awake = List.copyOf(feeds);
        }
        awake.forEach(Feed::wake);
        return complete;
    }

    /** Changes when texts did: what was read before may be what they were. */
    synchronized int edition() {
        return edition;
    }

    /** Lets go of the messages in memory; whoever needs them gets them from the database. */
    synchronized void forget() {
        edition++;
        tail.forget();
    }

    /** From this message on, some have another text: the sockets that have them get them again. */
    void rewritten(long first) {
        forget();
        present().forEach(feed -> feed.rewind(first - 1));
    }

    /**
     * Takes in what the database says is new; answers false as above.
     *
     * @param read the edition of before it was read
     */
    boolean learn(News news, int read) {
        List<Feed> present;
        synchronized (this) {
            ended |= news.ended();
            holder = news.holder();
            present = List.copyOf(feeds);
        }
        // Before the messages, as what was said since is not for whoever had it before; and each time, as a socket may
        // have
        // been let in just before the session passed on.
        present.forEach(feed -> feed.holder(news.holder()));
        return posted(news.messages(), read);
    }

    /** Who leads is to be asked for again. */
    void doubtLeads() {
        present().forEach(Feed::doubt);
    }

    /** A socket has taken what leads up to here. */
    void delivered(Feed feed, long sequence) {
        advance(feed, Mark.delivered(sequence));
    }

    /** A person has seen everything up to here, as far as it exists. */
    void read(Feed feed, long sequence) {
        advance(feed, Mark.read(Math.min(sequence, last())));
    }

    private void advance(Feed feed, Mark mark) {
        var seat = feed.viewer().seat();
        Mark now;
        synchronized (this) {
            if (!feed.viewer().readsForItsSide(holder) || !progress.advance(seat, mark)) {
                return;
            }
            now = progress.of(seat);
        }
        advanced.accept(new Advance(conversation, seat, now));
    }

    /** Takes in how far a side has come elsewhere. */
    void learn(Advance advance) {
        synchronized (this) {
            var unused = progress.advance(advance.seat(), advance.mark());
        }
    }

    synchronized Mark progress(Seat seat) {
        return progress.of(seat);
    }

    /** Tells all sockets how far the side that is not theirs has come, where that is news to them. */
    void tellProgress() {
        present().forEach(Feed::progressed);
    }

    /** Tells everybody else that somebody is writing. */
    void typing(Signal.Typing somebody) {
        present().stream()
                .filter(feed -> !feed.viewer().person().equals(somebody.person()))
                .forEach(feed -> feed.typing(somebody));
    }

    private synchronized List<Feed> present() {
        return List.copyOf(feeds);
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
