package dev.remotesupport.chat.conversation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of a session at one of its versions: from a token, an event or the session service. What is absent is
 * not known, rather than not there.
 *
 * @param version 0 when learned from a token, which names none
 * @param staffTold whether {@code staff} tells who has the session, also when that is nobody
 * @param endedAt present when the session is over
 */
record SessionFacts(
        UUID session,
        UUID organisation,
        long version,
        Optional<String> customer,
        Optional<String> staff,
        boolean staffTold,
        Optional<Instant> endedAt) {}
