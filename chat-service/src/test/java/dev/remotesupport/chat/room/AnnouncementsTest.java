package dev.remotesupport.chat.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {

    private final Announcements announcements = new Announcements();
    private final Map<UUID, Long> heard = new HashMap<>();
    private final AtomicInteger everything = new AtomicInteger();
    private final UUID one = UUID.randomUUID();

    @Test
    void manyMessagesOfAConversationAreAnnouncedAsTheNewest() {
        announcements.add(one, 4);
        announcements.add(one, 6);
        announcements.add(one, 5);

        hear(announcements.take());

        assertThat(heard).containsExactly(Map.entry(one, 6L));
    }

    @Test
    void somethingElseThanMessagesIsNotForgottenOverThem() {
        announcements.add(one, ReplicaBus.LOOK);
        announcements.add(one, 6);

        hear(announcements.take());

        assertThat(heard).containsExactly(Map.entry(one, ReplicaBus.LOOK));
    }

    @Test
    void oneIsOnItsWayAtATime() {
        announcements.add(one, 1);
        hear(announcements.take());
        announcements.add(one, 2);

        assertThat(announcements.take()).isNull();
        announcements.sent();
        hear(announcements.take());
        assertThat(heard).containsEntry(one, 2L);
    }

    @Test
    void whatCouldNotBeSentIsSentLater() {
        announcements.add(one, 3);
        announcements.notSent(announcements.take());

        hear(announcements.take());

        assertThat(heard).containsEntry(one, 3L);
    }

    @Test
    void theFirstRewrittenMessageIsWhatMatters() {
        var conversation = UUID.randomUUID();
        announcements.add(conversation, 9);
        announcements.add(conversation, -7);
        announcements.add(conversation, -3);
        announcements.add(conversation, ReplicaBus.LOOK);
        announcements.add(conversation, 10);

        hear(announcements.take());

        assertThat(heard).containsExactly(Map.entry(conversation, -3L));
    }

    @Test
    void aPayloadStaysWithinWhatPostgresTakes() {
        IntStream.range(0, 1000).forEach(i -> announcements.add(UUID.randomUUID(), Long.MAX_VALUE));
        String payload;
        while ((payload = announcements.take()) != null) {
            assertThat(payload.length()).isLessThan(8000);
            hear(payload);
            announcements.sent();
        }

        assertThat(heard).hasSize(1000);
    }

    @Test
    void afterALongSilenceEverybodyLooksAtEverything() {
        IntStream.range(0, 30_000).forEach(i -> announcements.add(UUID.randomUUID(), 1));

        hear(announcements.take());

        assertThat(everything).hasValue(1);
        announcements.sent();
        assertThat(announcements.take()).isNull();
    }

    private void hear(String payload) {
        Announcements.read(payload, heard::put, everything::incrementAndGet);
    }
}
