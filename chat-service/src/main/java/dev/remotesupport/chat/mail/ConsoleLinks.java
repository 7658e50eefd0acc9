package dev.remotesupport.chat.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** Addresses in the console, for mails to the staff; empty where it is not configured what address people know. */
@ApplicationScoped
public class ConsoleLinks {

    private final Optional<String> console;

    ConsoleLinks(MailConfig config) {
        this.console = config.console().map(URI::toString).map(address -> address.replaceAll("/+$", ""));
    }

    public String session(UUID id) {
        return console.map(address -> address + "/sessions/" + id).orElse("");
    }

    public String queue() {
        return console.map(address -> address + "/queue").orElse("");
    }
}
