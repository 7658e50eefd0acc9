package dev.remotesupport.chat.message;

import dev.remotesupport.chat.masking.Masker;
import dev.remotesupport.chat.masking.SplitSecret;
import dev.remotesupport.contracts.chat.ChatMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Masks secrets that somebody writes in several messages, in all of these messages. */
final class SplitParts {

    /** Something that was said. */
    record Said(Place place, String sender, String text) {
        /** Without the text, so that it can never reach a log by accident. */
        @Override
        public String toString() {
            return "Said[place=" + place + "]";
        }
    }

    private final Masker masker;
    private final Map<UUID, List<Said>> said = new HashMap<>();
    private final Map<Place, String> masked = new HashMap<>();

    private SplitParts(Masker masker) {
        this.masker = masker;
    }

    /**
     * The new texts of all messages that change, stored or not.
     *
     * @param recent what was said last in the conversations of the fresh messages, oldest first
     * @param fresh what is to be stored now, in the order of their sequence within each conversation
     */
    static Map<Place, String> mask(Masker masker, List<Said> recent, List<ChatMessage> fresh) {
        var parts = new SplitParts(masker);
        recent.forEach(one -> parts.in(one.place().conversation()).add(one));
        fresh.forEach(parts::say);
        return parts.masked;
    }

    private List<Said> in(UUID conversation) {
        return said.computeIfAbsent(conversation, id -> new ArrayList<>());
    }

    private void say(ChatMessage message) {
        var before = in(message.conversationId());
        var now = new Said(Place.of(message), message.sender().id(), message.text());
        before.add(now);
        if (SplitSecret.mayEndWith(message.text())) {
            complete(before, now);
        }
    }

    private void complete(List<Said> all, Said now) {
        var before = all.subList(0, all.size() - 1);
        var own =
                before.stream().filter(one -> one.sender().equals(now.sender())).toList();
        if (own.isEmpty()) {
            return;
        }
        var earlier = own.subList(Math.max(0, own.size() - SplitSecret.MOST_EARLIER), own.size());
        boolean adjacent = before.getLast().sender().equals(now.sender());
        SplitSecret.find(masker, earlier.stream().map(Said::text).toList(), now.text(), adjacent)
                .ifPresent(found -> {
                    keep(all, now, found.text());
                    for (int i = 0; i < earlier.size(); i++) {
                        keep(all, earlier.get(i), found.earlier().get(i));
                    }
                });
    }

    private void keep(List<Said> all, Said part, String text) {
        if (!part.text().equals(text)) {
            all.set(all.indexOf(part), new Said(part.place(), part.sender(), text));
            masked.put(part.place(), text);
        }
    }
}
