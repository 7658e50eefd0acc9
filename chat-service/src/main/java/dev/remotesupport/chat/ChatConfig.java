package dev.remotesupport.chat;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The bounds of the chat service. */
@ConfigMapping(prefix = "remote-support.chat")
public interface ChatConfig {

    Writing writing();

    Room room();

    Socket socket();

    Masking masking();

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

        /** How long delivered and read ticks gather before the other side and other replicas hear of them. */
        @WithDefault("250ms")
        Duration progressTold();

        /** How long they gather before they are stored. */
        @WithDefault("1s")
        Duration progressStored();

        /** How often the connection that listens to other replicas proves that it is alive. */
        @WithDefault("5s")
        Duration heartbeat();
    }

    Files files();

    /** Files that are sent. */
    interface Files {

        /**
         * At least 20 random characters, the same for all replicas; what encrypts the files is kept encrypted with it. Without
         * it no file is taken.
         */
        Optional<String> masterKey();

        /** The bucket that keeps the files, instead of a folder. */
        Optional<Bucket> bucket();

        /** The folder that keeps the files; all replicas share it. */
        @WithDefault("files")
        Path folder();

        /** The largest file. */
        @WithDefault("10M")
        MemorySize largest();

        /** Uploads that are taken at the same time, each of which is held in memory; further ones are refused as busy. */
        @WithDefault("4")
        int atOnce();

        /** How long an upload may take to arrive. */
        @WithDefault("30s")
        Duration patience();

        /** Memory for files that are being fetched: each takes up twice its size. Further ones are refused as busy. */
        @WithDefault("64M")
        MemorySize fetching();

        /** How long one may take to be fetched. */
        @WithDefault("2m")
        Duration fetchedWithin();

        /** Files that somebody may have uploaded to a conversation and not sent. */
        @WithDefault("20")
        int notSent();

        /** How long a file is kept that was uploaded and not sent. */
        @WithDefault("1d")
        Duration orphans();

        /** How often they are looked for. */
        @WithDefault("10m")
        Duration sweepEvery();
    }

    /** A bucket of S3, or of anything that speaks as S3 does. */
    interface Bucket {

        /** Where it is reached, such as {@code https://s3.eu-central-1.amazonaws.com}. */
        URI endpoint();

        /** The bucket. It has to be there, and nobody else's business. */
        String name();

        /** The region that requests are signed for; us-east-1 where none is named. */
        Optional<String> region();

        /** Who asks. */
        String accessKey();

        /** What the requests are signed with. */
        String secretKey();
    }

    Search search();

    /** How messages become findable. */
    interface Search {

        /** How long messages gather before their words are taken in. */
        @WithDefault("1s")
        Duration delay();

        /** How often words that a crash or an outage left out are looked for. */
        @WithDefault("1m")
        Duration lookEvery();

        /** How long after the start they are looked for first. */
        @WithDefault("10s")
        Duration lookAfter();
    }

    /** What must not be kept. */
    interface Masking {

        /** How long an organisation's rules count before they are read again; other replicas follow a change within it. */
        @WithDefault("5s")
        Duration rulesFor();
    }

    /** What one socket may do. */
    interface Socket {

        /** How long a new connection may take to say hello. */
        @WithDefault("5s")
        Duration hello();

        /** How often a client's typing is passed on at the most. */
        @WithDefault("2s")
        Duration typing();

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
