package dev.remotesupport.chat.message;

import dev.remotesupport.chat.ChatProblem;
import dev.remotesupport.contracts.chat.ChatMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Decides, under the locks of all conversations concerned, what becomes of each message of a batch: which are refused,
 * which were stored before, and which sequence each of the others gets.
 */
final class BatchPlan {

    /** A conversation whose row is locked by the running transaction. */
    record Locked(long last, long version, boolean ended, Instant now) {}

    /** A message to store, with the version of the event that tells of it. */
    record Numbered(ChatMessage message, long version) {}

    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Numbered> fresh = new ArrayList<>();
    private final Map<UUID, Locked> conversations;
    private final Map<NewMessage.SentOnce, ChatMessage> known;

    private BatchPlan(Map<UUID, Locked> locked, Map<NewMessage.SentOnce, ChatMessage> repeated) {
        this.conversations = new HashMap<>(locked);
        this.known = new HashMap<>(repeated);
    }

    /**
     * @param locked the conversations as they are now; one that is missing does not exist
     * @param repeated messages of the batch that are stored already
     */
    static BatchPlan of(
            List<NewMessage> batch, Map<UUID, Locked> locked, Map<NewMessage.SentOnce, ChatMessage> repeated) {
        var plan = new BatchPlan(locked, repeated);
        batch.forEach(message -> plan.outcomes.add(plan.decide(message)));
        return plan;
    }

    /** One for each message of the batch, in its order. */
    List<Outcome> outcomes() {
        return outcomes;
    }

    /** What is to be stored, in the order of their sequence within each conversation. */
    List<Numbered> fresh() {
        return fresh;
    }

    /** What is to be stored, without versions. */
    List<ChatMessage> messages() {
        return fresh.stream().map(Numbered::message).toList();
    }

    /** Puts these texts in the place of what is to be stored there; something in them was masked. */
    void mask(Map<Place, String> texts) {
        fresh.replaceAll(one -> new Numbered(masked(one.message(), texts), one.version()));
        outcomes.replaceAll(outcome -> switch (outcome) {
            case Outcome.Accepted accepted -> new Outcome.Accepted(masked(accepted.message(), texts));
            case Outcome.Repeated repeated -> new Outcome.Repeated(masked(repeated.message(), texts));
            case Outcome.Refused refused -> refused;
        });
    }

    private static ChatMessage masked(ChatMessage message, Map<Place, String> texts) {
        var text = texts.get(Place.of(message));
        return text == null
                ? message
                : new ChatMessage(
                        message.id(),
                        message.conversationId(),
                        message.sequence(),
                        message.sender(),
                        message.type(),
                        text,
                        message.at(),
                        message.clientMessageId(),
                        message.attachment(),
                        message.internal(),
                        true);
    }

    private Outcome decide(NewMessage wanted) {
        var before = wanted.clientMessageId() == null ? null : known.get(wanted.sentOnce());
        if (before != null) {
            return new Outcome.Repeated(before);
        }
        var conversation = conversations.get(wanted.conversation());
        if (conversation == null) {
            return new Outcome.Refused(ChatProblem.CONVERSATION_UNKNOWN);
        }
        return conversation.ended() ? new Outcome.Refused(ChatProblem.SESSION_ENDED) : accept(wanted, conversation);
    }

    private Outcome accept(NewMessage wanted, Locked conversation) {
        var next = new Locked(conversation.last() + 1, conversation.version() + 1, false, conversation.now());
        var message = new ChatMessage(
                UUID.randomUUID(),
                wanted.conversation(),
                next.last(),
                wanted.sender(),
                wanted.type(),
                wanted.text(),
                next.now(),
                wanted.clientMessageId(),
                wanted.attachment(),
                orAbsent(wanted.internal()),
                orAbsent(wanted.masked()));
        conversations.put(wanted.conversation(), next);
        if (wanted.clientMessageId() != null) {
            known.put(wanted.sentOnce(), message);
        }
        fresh.add(new Numbered(message, next.version()));
        return new Outcome.Accepted(message);
    }

    private static Boolean orAbsent(boolean flag) {
        return flag ? Boolean.TRUE : null;
    }
}
