package dev.remotesupport.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything about the gateway that a deployment may want to say. */
@ConfigMapping(prefix = "remote-support")
public interface GatewayConfig {

    /** The address that people know, such as {@code https://support.example.com}, where a proxy in front hides it. */
    Optional<URI> baseUrl();

    /** Opens set-up for whoever knows it, until the first operator is made; without one, set-up is closed. */
    Optional<String> setupToken();

    /** The file behind {@code /demo/site.json}, {@code {"siteKey": "..."}}: which site the demo shop embeds. */
    Optional<Path> demoFile();

    /** Replicas by service: {@code session}, {@code signaling}, {@code chat}, {@code device}, {@code stats}. */
    Map<String, List<URI>> upstreams();

    /** A long random text that site secrets and signing keys are encrypted under; the same for all replicas. */
    Optional<String> encryptionKey();

    /** Where such a text is kept, and made at the first start, when none is configured. */
    @WithDefault("gateway.key")
    Path encryptionKeyFile();

    Tokens tokens();

    OwnPage ownPage();

    Passwords passwords();

    Limits limits();

    /** Lives of tokens and keys. */
    interface Tokens {

        /** An access token's life, five minutes at most. */
        @WithDefault("5m")
        Duration accessLife();

        /** How long a member of the staff stays signed in without doing anything. */
        @WithDefault("30m")
        Duration idleLife();

        /** How long a member of the staff stays signed in, whatever he or she does. */
        @WithDefault("12h")
        Duration sessionLife();

        /** A refresh token may be used again for so long, because two tabs may race; later, a second use is a theft. */
        @WithDefault("10s")
        Duration refreshGrace();

        /** How long a key signs before the next one follows. */
        @WithDefault("30d")
        Duration keyLife();

        /** A new key is published so long before it signs; longer than services keep the old set. */
        @WithDefault("3h")
        Duration keyLead();
    }

    /** How long the page of a customer is open. */
    interface OwnPage {

        /** How long the code works that opens it. */
        @WithDefault("60s")
        Duration codeLife();

        /** How long it stays open without being used. */
        @WithDefault("1h")
        Duration idleLife();

        /** How long it stays open, whatever is done. */
        @WithDefault("12h")
        Duration life();
    }

    /** Cost of a password check (Argon2id), and how much of it happens at once. */
    interface Passwords {

        /** Memory of one check, in KiB. */
        @WithDefault("19456")
        int memory();

        /** Passes over that memory. */
        @WithDefault("2")
        int iterations();

        /** Checks at the same time. */
        @WithDefault("2")
        int threads();

        /** Checks that may wait; beyond it they are refused with 503. */
        @WithDefault("32")
        int waiting();
    }

    /** Bounds at the door. */
    interface Limits {

        /** Largest body of a request. */
        @WithDefault("1M")
        MemorySize body();

        /** Largest attachment; it passes as it comes and is not kept here. */
        @WithDefault("10M")
        MemorySize upload();

        /** Attachments on their way to one replica at the same time. */
        @WithDefault("32")
        int uploads();

        /** How long an attachment may take until the service begins its answer. */
        @WithDefault("2m")
        Duration uploadTimeout();

        /** Requests per second that one caller, or one address without a token, may make for long. */
        @WithDefault("50")
        int requestsPerSecond();

        /** Requests that may come at once before that rate counts. */
        @WithDefault("300")
        int requestBurst();

        /** Introductions of visitors per minute and address; a whole office may share one, and each page view is one. */
        @WithDefault("1200")
        int visitorsPerMinute();

        /** Codes and keys that an address may try on the connect page in a minute: a code has 40 bits and lives for minutes. */
        @WithDefault("30")
        int codesPerMinute();

        /** Log-ins per minute and address; of one account from one address a tenth of it. */
        @WithDefault("100")
        int loginsPerMinute();

        /** How long a service may take to begin its answer. */
        @WithDefault("15s")
        Duration requestTimeout();

        /** How long a service may take to accept a connection before the next replica is tried. */
        @WithDefault("1s")
        Duration connectTimeout();

        /** Connections kept for requests to one replica. */
        @WithDefault("64")
        int connections();

        /** Sockets open at the same time to one replica. */
        @WithDefault("20000")
        int sockets();
    }
}
