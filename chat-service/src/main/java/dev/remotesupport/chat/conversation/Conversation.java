package dev.remotesupport.chat.conversation;

import java.util.Optional;
import java.util.UUID;

/**
 * The chat of one session.
 *
 * @param id the session's id
 * @param customer who is being helped, as far as it is known here
 * @param holder who helps, as far as it is known here
 * @param last the sequence of the newest message, 0 before the first
 * @param ended whether it takes no more messages
 */
public record Conversation(
        UUID id, UUID organisation, Optional<String> customer, Holder holder, long last, boolean ended) {}
