package dev.remotesupport.chat.room;

import dev.remotesupport.chat.ChatConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Tells the replicas of each other's commits, by NOTIFY and LISTEN on one connection of its own. An announcement says
 * only where to look: the messages themselves are read from their table. What is announced while the connection is away is
 * kept for its return, and a replica whose own connection was away looks at all its rooms, so nothing stays unseen.
 */
@ApplicationScoped
class ReplicaBus {

    /** Instead of a sequence: something else than messages is new. Below: from the sequence without its sign on, texts are new. */
    static final long LOOK = 0;

    private static final Logger LOG = Logger.getLogger(ReplicaBus.class);
    private static final String CHANNEL = "chat_announcements";
    private static final String SIGNALS = "chat_signals";
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** Hears what another replica, or this one, has announced. */
    interface Listener {
        void announced(UUID conversation, long sequence);
    }

    private final Vertx vertx;
    private final PgConnectOptions options;
    private final Duration heartbeat;
    private final Announcements announcements = new Announcements();
    private final Signals signals = new Signals();
    private volatile Consumer<Signal> signalled = signal -> {};
    private volatile Listener listener = (conversation, sequence) -> {};
    private volatile Runnable connected = () -> {};
    private volatile PgConnection connection;
    private volatile boolean stopped;

    ReplicaBus(
            Vertx vertx,
            ChatConfig config,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.vertx = vertx;
        this.heartbeat = config.room().heartbeat();
        this.options = PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""))
                .setUser(user)
                .setPassword(password)
                .setPipeliningLimit(16);
    }

    void start(@Observes StartupEvent event) {
        connect(SHORTEST_PAUSE);
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        var open = connection;
        if (open != null) {
            open.closeAndForget();
        }
    }

    boolean isConnected() {
        return connection != null;
    }

    void onAnnouncement(Listener listener) {
        this.listener = listener;
    }

    /** Hears what another replica has signalled; never this one. */
    void onSignal(Consumer<Signal> signalled) {
        this.signalled = signalled;
    }

    /** Runs each time that announcements begin to arrive, after some may have been missed. */
    void onConnected(Runnable connected) {
        this.connected = connected;
    }

    /**
     * Tells all replicas that the conversation has this message now, or {@link #LOOK}, or, as a negative number, that it and
     * what follows may have another text. Never waits.
     */
    void announce(UUID conversation, long sequence) {
        announcements.add(conversation, sequence);
        flush();
    }

    /** Keeps something that may be lost to be told to other replicas; answers false when it was dropped. */
    boolean signal(Signal signal) {
        return connection != null && signals.add(signal);
    }

    /** Tells what was kept. Never waits. */
    void flushSignals() {
        var open = connection;
        var payload = open == null ? null : signals.take();
        if (payload != null) {
            var unused = open.preparedQuery("SELECT pg_notify('" + SIGNALS + "', $1)")
                    .execute(Tuple.of(payload))
                    .onTermination()
                    .invoke(signals::sent)
                    .subscribe()
                    .with(sent -> flushSignals(), failure -> {});
        }
    }

    private void flush() {
        var open = connection;
        if (open == null) {
            return;
        }
        var payload = announcements.take();
        if (payload != null) {
            var unused = open.preparedQuery("SELECT pg_notify('" + CHANNEL + "', $1)")
                    .execute(Tuple.of(payload))
                    .subscribe()
                    .with(
                            sent -> {
                                announcements.sent();
                                flush();
                            },
                            failure -> announcements.notSent(payload));
        }
    }

    private void connect(Duration pause) {
        if (stopped) {
            return;
        }
        var unused = PgConnection.connect(vertx, options)
                // An announcement changes no data: its commit need not wait for the disk.
                .call(opened -> opened.query("SET synchronous_commit = off").execute())
                .invoke(opened -> opened.notificationHandler(heard -> hear(heard.getChannel(), heard.getPayload())))
                .call(opened -> opened.query("LISTEN " + SIGNALS + "; LISTEN " + CHANNEL)
                        .execute())
                .subscribe()
                .with(this::use, failure -> {
                    LOG.warnf("replica bus not connected, trying again: %s", failure.getMessage());
                    connectLater(pause);
                });
    }

    private void connectLater(Duration pause) {
        var jittered = ThreadLocalRandom.current().nextLong(pause.toMillis() / 2, pause.toMillis() + 1);
        var longer = pause.multipliedBy(2);
        vertx.setTimer(jittered, timer -> connect(longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE));
    }

    private void use(PgConnection opened) {
        var beat = vertx.setPeriodic(heartbeat.toMillis(), timer -> beat(opened));
        opened.closeHandler(() -> {
            vertx.cancelTimer(beat);
            connection = null;
            if (!stopped) {
                LOG.warn("replica bus lost its connection, connecting again");
                connectLater(SHORTEST_PAUSE);
            }
        });
        connection = opened;
        connected.run();
        flush();
    }

    /** A connection may be gone without a word, and then nothing is heard on it. */
    private void beat(PgConnection opened) {
        var unused = Uni.createFrom()
                .deferred(() -> opened.query("SELECT 1").execute())
                .ifNoItem()
                .after(heartbeat)
                .fail()
                .subscribe()
                .with(alive -> {}, failure -> opened.closeAndForget());
    }

    private void hear(String channel, String payload) {
        if (channel.equals(SIGNALS)) {
            signals.read(payload, signalled);
            return;
        }
        Announcements.read(payload, listener, connected);
    }
}
