package dev.remotesupport.chat.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.chat.masking.Masker;
import dev.remotesupport.chat.message.SplitParts.Said;
import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.chat.ChatMessage;
import dev.remotesupport.contracts.chat.MessageType;
import dev.remotesupport.contracts.chat.Sender;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SplitPartsTest {

    private static final UUID ONE = UUID.randomUUID();
    private static final Sender MAYA = new Sender(CallerKind.VISITOR, "maya", "Maya", Seat.CUSTOMER);

    @Test
    void partsInOneBatchAndBeforeItAreMasked() {
        var texts = mask(
                List.of(said(1, "maya", "4111 1111"), said(2, "jonas", "yes?")), fresh(3, "1111"), fresh(4, "1111"));

        assertThat(texts)
                .isEqualTo(Map.of(
                        new Place(ONE, 1),
                        "••••",
                        new Place(ONE, 3),
                        "••••",
                        new Place(ONE, 4),
                        "•••• •••• •••• 1111"));
    }

    @Test
    void whatSomebodyElseSaidIsNoPart() {
        assertThat(mask(List.of(said(1, "jonas", "4111 1111")), fresh(2, "1111 1111")))
                .isEmpty();
    }

    @Test
    void otherConversationsAreNoPart() {
        var elsewhere = new Said(new Place(UUID.randomUUID(), 1), "maya", "4111 1111");

        assertThat(mask(List.of(elsewhere), fresh(1, "1111 1111"))).isEmpty();
    }

    @Test
    void theNextPartsAreJoinedWithWhatIsMaskedByThen() {
        var texts = mask(List.of(said(1, "maya", "4111 1111")), fresh(2, "1111 1111"), fresh(3, "4711"));

        assertThat(texts).containsOnlyKeys(new Place(ONE, 1), new Place(ONE, 2));
    }

    private static Map<Place, String> mask(List<Said> recent, ChatMessage... fresh) {
        return SplitParts.mask(Masker.standard(), recent, List.of(fresh));
    }

    private static Said said(long sequence, String sender, String text) {
        return new Said(new Place(ONE, sequence), sender, text);
    }

    private static ChatMessage fresh(long sequence, String text) {
        return new ChatMessage(
                UUID.randomUUID(), ONE, sequence, MAYA, MessageType.TEXT, text, Instant.EPOCH, "m" + sequence);
    }
}
