package dev.remotesupport.signaling.cobrowse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.RecordedEvents;
import dev.remotesupport.signaling.cobrowse.PageStream.Received;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageStreamTest {

    private final PageStream stream = new PageStream();

    @BeforeEach
    void connect() {
        stream.connected();
    }

    @Test
    void beginsWithAKeyframe() {
        assertThat(receive(1, false)).isInstanceOf(Received.KeyframeMissing.class);
        assertThat(receive(2, true)).isInstanceOf(Received.Accepted.class);
        assertThat(stream.hasPicture()).isTrue();
    }

    @Test
    void refusesASkippedOrRepeatedNumber() {
        var unused = receive(1, true);

        assertThat(receive(3, false)).isEqualTo(new Received.OutOfSequence(2));
        assertThat(receive(1, true)).isEqualTo(new Received.OutOfSequence(2));
    }

    @Test
    void newcomerGetsEverythingFromTheLastKeyframeOn() {
        record(1, true);
        record(2, false);
        record(3, true);
        record(4, false);

        assertThat(stream.after(-1)).extracting(PageStream.Kept::sequence).containsExactly(3L, 4L);
    }

    @Test
    void whoComesBackGetsOnlyWhatIsMissing() {
        record(1, true);
        record(2, false);
        record(3, false);

        assertThat(stream.after(2)).extracting(PageStream.Kept::sequence).containsExactly(3L);
        assertThat(stream.after(3)).isEmpty();
    }

    @Test
    void ownNumbersGoOnWhenThePageIsLoadedAnew() {
        record(1, true);
        record(2, false);
        stream.connected();

        record(1, true);

        assertThat(stream.after(-1)).extracting(PageStream.Kept::sequence).containsExactly(3L);
        assertThat(stream.after(2)).extracting(PageStream.Kept::sequence).containsExactly(3L);
    }

    @Test
    void whatIsWithdrawnIsForgottenButCountingGoesOn() {
        record(1, true);
        stream.expectKeyframe();

        assertThat(stream.hasPicture()).isFalse();
        assertThat(stream.skip(2)).isTrue();
        assertThat(stream.skip(4)).isFalse();
        assertThat(receive(3, true)).isInstanceOf(Received.Accepted.class);
    }

    @Test
    void asksForAKeyframeInTimeAndNeverKeepsMoreThanItsBound() {
        record(1, true);
        int each = PageStream.BOUND / 4;
        int sequence = 2;
        for (; sequence <= 4; sequence++) {
            record(sequence, false, each);
        }
        assertThat(stream.wantsKeyframe()).isTrue();
        assertThat(stream.hasPicture()).isTrue();

        record(sequence++, false, each);
        record(sequence, false, each);

        assertThat(stream.hasPicture()).isFalse();
        assertThat(stream.wantsKeyframe()).isTrue();
    }

    private Received receive(long sequence, boolean keyframe) {
        return stream.receive(sequence, keyframe, new RecordedEvents("[]"));
    }

    private void record(long sequence, boolean keyframe) {
        record(sequence, keyframe, 2);
    }

    private void record(long sequence, boolean keyframe, int size) {
        assertThat(stream.receive(sequence, keyframe, new RecordedEvents("[" + " ".repeat(size - 2) + "]")))
                .isInstanceOf(Received.Accepted.class);
    }
}
