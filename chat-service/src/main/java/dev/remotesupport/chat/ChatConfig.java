package dev.remotesupport.chat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The bounds of the chat service. */
@ConfigMapping(prefix = "remote-support.chat")
public interface ChatConfig {

    Writing writing();

    Room room();

    Socket socket();

    /** How messages are stored. */
    interface Writing {

        /** Transactions that store messages of one organisation at the same time. */
        @WithDefault("1")
        int lanes();

        /** From one transaction of a lane to its next, so that under load each stores many; a lone message never waits. */
        @WithDefault("5ms")
        Duration distance();

        /** Messages stored by one transaction at the most. */
        @WithDefault("256")
        int batch();

        /** Messages that wait for a transaction in one lane at the most; beyond it they are refused as busy. */
        @WithDefault("1000")
        int waiting();

        /** How long storing may take before the sender is told that it cannot be done now. */
        @WithDefault("5s")
        Duration patience();
    }

    /** How messages reach the sockets of a conversation. */
    interface Room {

        /** Newest messages of an open conversation kept in memory, so that its sockets need not ask the database. */
        @WithDefault("64")
        int tail();

        /** Messages in one frame at the most when older ones are sent again. */
        @WithDefault("100")
        int page();

        /** How often the connection that listens to other replicas proves that it is alive. */
        @WithDefault("5s")
        Duration heartbeat();
    }

    /** What one socket may do. */
    interface Socket {

        /** How long a new connection may take to say hello. */
        @WithDefault("5s")
        Duration hello();

        /** Messages of one socket that may be on their way to the database at once. */
        @WithDefault("32")
        int outstanding();

        /** Frames a second that one socket may send for long; beyond it messages are refused as too fast. */
        @WithDefault("20")
        int framesPerSecond();

        /** Frames that it may send at once after a rest. */
        @WithDefault("60")
        int burst();

        /** Frames a minute that may be refused as too fast before the socket is closed as a flood. */
        @WithDefault("100")
        int patience();
    }
}
