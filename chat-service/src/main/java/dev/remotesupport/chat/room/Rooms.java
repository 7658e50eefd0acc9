package dev.remotesupport.chat.room;

import dev.remotesupport.chat.ChatConfig;
import dev.remotesupport.chat.conversation.Conversation;
import dev.remotesupport.chat.conversation.ConversationListener;
import dev.remotesupport.chat.message.MessageHistory;
import dev.remotesupport.contracts.chat.ChatMessage;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The conversations that have sockets on this replica, and where their news comes from. */
@ApplicationScoped
public class Rooms implements ConversationListener {

    private final ConcurrentHashMap<UUID, Room> rooms = new ConcurrentHashMap<>();
    private final MessageHistory history;
    private final ReplicaBus bus;
    private final CatchUp catchUp;
    private final ChatConfig.Room config;

    @Inject
    Rooms(MessageHistory history, ReplicaBus bus, ChatConfig config, MeterRegistry meters) {
        this.history = history;
        this.bus = bus;
        this.config = config.room();
        this.catchUp = new CatchUp(history, config.room().page());
        bus.onAnnouncement(this::announced);
        bus.onConnected(this::catchUpAll);
        meters.gauge("remote_support.chat.rooms", rooms, ConcurrentHashMap::size);
    }

    /**
     * Lets a socket in: from now on it gets every message after {@code after}.
     *
     * @param conversation as it was read just now
     * @param after the sequence of the last message that the socket has, at most that of the conversation's newest
     */
    public Feed enter(Conversation conversation, long after, Subscriber subscriber) {
        var entered = new Feed[1];
        var room = rooms.compute(conversation.id(), (id, found) -> {
            var open = found == null ? room(conversation) : found;
            entered[0] = new Feed(open, subscriber, after);
            open.add(entered[0]);
            return open;
        });
        entered[0].wake();
        // What was committed between the reading and the entering was announced to nobody here.
        catchUp.want(room);
        return entered[0];
    }

    public void leave(Feed feed) {
        feed.stop();
        rooms.computeIfPresent(feed.room().conversation(), (id, room) -> {
            room.remove(feed);
            return room.isEmpty() ? null : room;
        });
    }

    @Override
    public void posted(UUID conversation, List<ChatMessage> messages) {
        var room = rooms.get(conversation);
        if (room != null && !room.posted(messages)) {
            catchUp.want(room);
        }
        bus.announce(conversation, messages.getLast().sequence());
    }

    @Override
    public void changed(UUID conversation) {
        var room = rooms.get(conversation);
        if (room != null) {
            catchUp.want(room);
        }
        bus.announce(conversation, ReplicaBus.LOOK);
    }

    private void announced(UUID conversation, long sequence) {
        var room = rooms.get(conversation);
        if (room != null && (sequence == ReplicaBus.LOOK || sequence > room.last())) {
            catchUp.want(room);
        }
    }

    private void catchUpAll() {
        rooms.values().forEach(catchUp::want);
    }

    private Room room(Conversation conversation) {
        return new Room(
                conversation.id(),
                conversation.organisation(),
                new Tail(conversation.last(), config.tail()),
                after -> history.after(conversation.organisation(), conversation.id(), after, config.page()));
    }
}
