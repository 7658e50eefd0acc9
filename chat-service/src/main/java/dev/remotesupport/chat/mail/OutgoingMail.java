package dev.remotesupport.chat.mail;

import java.util.List;
import java.util.UUID;

/**
 * A mail to be sent.
 *
 * @param key what it is about; a second one of the same key is not sent
 * @param conversation what it tells of
 */
public record OutgoingMail(
        String key, UUID organisation, UUID conversation, List<String> to, String subject, String text, String html) {

    /** Without addresses and text, so that they can never reach a log by accident. */
    @Override
    public String toString() {
        return "OutgoingMail[conversation=" + conversation + "]";
    }
}
