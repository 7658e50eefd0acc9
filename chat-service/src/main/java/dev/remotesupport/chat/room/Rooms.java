package dev.remotesupport.chat.room;

import dev.remotesupport.chat.ChatConfig;
import dev.remotesupport.chat.conversation.Conversation;
import dev.remotesupport.chat.conversation.ConversationListener;
import dev.remotesupport.chat.message.MessageHistory;
import dev.remotesupport.chat.message.MessageHistory.Notes;
import dev.remotesupport.chat.progress.ProgressLog;
import dev.remotesupport.chat.progress.ProgressStore;
import dev.remotesupport.contracts.chat.ChatMessage;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.core.Vertx;
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
    private final Ticks ticks;
    private final ChatConfig.Room config;

    @Inject
    Rooms(
            MessageHistory history,
            ReplicaBus bus,
            ProgressStore progress,
            ProgressLog log,
            ChatConfig config,
            Vertx vertx,
            MeterRegistry meters) {
        this.history = history;
        this.bus = bus;
        this.config = config.room();
        this.catchUp = new CatchUp(history, config.room().page());
        this.ticks = new Ticks(rooms::get, bus, progress, log, vertx, config.room(), meters);
        bus.onAnnouncement(this::announced);
        bus.onSignal(ticks::heard);
        bus.onConnected(this::catchUpAll);
        meters.gauge("remote_support.chat.rooms", rooms, ConcurrentHashMap::size);
    }

    /**
     * Lets a socket in: from now on it gets every message after {@code after}.
     *
     * @param conversation as it was read just now
     * @param after the sequence of the last message that the socket has, at most that of the conversation's newest
     */
    public Feed enter(Conversation conversation, Viewer viewer, long after, Subscriber subscriber) {
        var entered = new Feed[1];
        var fresh = new boolean[1];
        var room = rooms.compute(conversation.id(), (id, found) -> {
            fresh[0] = found == null;
            var open = found == null ? room(conversation) : found;
            entered[0] = new Feed(open, viewer, subscriber, after);
            open.add(entered[0]);
            return open;
        });
        if (fresh[0]) {
            entered[0].wake();
            ticks.read(List.of(room));
        } else {
            entered[0].progressed();
        }
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

    /** A person behind this socket has seen everything up to here. */
    public void read(Feed feed, long sequence) {
        feed.room().read(feed, sequence);
    }

    /** The person behind this socket is writing. */
    public void typing(Feed feed, String name) {
        var room = feed.room();
        var typing = new Signal.Typing(
                room.conversation(), feed.viewer().seat(), feed.viewer().person(), name);
        room.typing(typing);
        ticks.typing(typing);
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
    public void rewritten(UUID conversation, long first) {
        var room = rooms.get(conversation);
        if (room != null) {
            room.rewritten(first);
        }
        bus.announce(conversation, -first);
    }

    @Override
    public void changed(UUID conversation) {
        var room = rooms.get(conversation);
        if (room != null) {
            look(room);
        }
        bus.announce(conversation, ReplicaBus.LOOK);
    }

    private void announced(UUID conversation, long sequence) {
        var room = rooms.get(conversation);
        if (room == null) {
            return;
        }
        if (sequence < 0) {
            room.rewritten(-sequence);
        }
        if (sequence == ReplicaBus.LOOK) {
            look(room);
        } else if (sequence < 0 || sequence > room.last()) {
            catchUp.want(room);
        }
    }

    private void look(Room room) {
        catchUp.want(room);
        room.doubtLeads();
    }

    private void catchUpAll() {
        // Among what was missed may be that messages have another text.
        rooms.values().forEach(Room::forget);
        rooms.values().forEach(catchUp::want);
        ticks.read(rooms.values());
    }

    private Room room(Conversation conversation) {
        return new Room(
                conversation.id(),
                conversation.organisation(),
                conversation.holder(),
                new Tail(conversation.last(), config.tail()),
                after -> history.after(
                        conversation.organisation(), conversation.id(), after, config.page(), Notes.SHOWN),
                advance -> ticks.advanced(conversation.organisation(), advance));
    }
}
