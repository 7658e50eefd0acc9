package dev.remotesupport.chat.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Mail. The server is Quarkus's {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "remote-support.chat.mail")
interface MailConfig {

    /** The address that mail comes from. Without it no mail is sent, and none is kept for later. */
    Optional<String> from();

    /** The address at which people find the console, for links in mails to the staff; without it there are none. */
    @WithDefault("${remote-support.base-url:}")
    Optional<URI> console();

    /** How often it is looked whether a mail is due. */
    @WithDefault("5s")
    Duration every();

    /** Mails on their way to the server at once. */
    @WithDefault("4")
    int lanes();

    /** How long the server may take for one. */
    @WithDefault("30s")
    Duration patience();

    /** After the first failure; doubled with each that follows, up to an hour. */
    @WithDefault("30s")
    Duration retry();

    /** How long a mail is tried before it is given up. */
    @WithDefault("3d")
    Duration giveUp();

    /** Transcripts of one conversation in an hour at the most. */
    @WithDefault("5")
    int transcripts();

    /** How often it is looked whether an alert is due. */
    @WithDefault("15s")
    Duration alertsEvery();

    /** How long nobody of the staff may be there before an alert: consoles are reloaded, and people relieve each other. */
    @WithDefault("1m")
    Duration nobodyThereAfter();
}
