package dev.remotesupport.chat.message;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a transaction has changed.
 *
 * @param outcomes one for each message of the batch, in its order
 * @param rewritten the first message that has another text now, of each conversation that has such
 */
record Committed(List<Outcome> outcomes, Map<UUID, Long> rewritten) {}
