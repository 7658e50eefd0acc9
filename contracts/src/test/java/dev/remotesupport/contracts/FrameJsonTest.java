package dev.remotesupport.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remotesupport.contracts.signal.SignalFromClient;
import dev.remotesupport.contracts.signal.SignalFromClient.CobrowseEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameJsonTest {

    private static final String EVENTS =
            "[ {\"type\": 4, \"data\":{\"href\":\"a\\u0022]\",\"n\":1.0e3}}, [], \"]👋\" ]";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "7",
                "[]",
                "hello",
                "{",
                "{}",
                "{\"type\":null}",
                "{\"type\":7}",
                "{\"type\":\"ping\"",
                "{\"type\":\"ping\"}{}",
                "{\"type\":\"hello\"}",
                "{\"type\":\"cobrowse.events\",\"sequence\":1,\"keyframe\":true,\"events\":[{]}",
                "{\"type\":\"cobrowse.events\",\"sequence\":1,\"keyframe\":true,\"events\":[\"\u0001\"]}"
            })
    void whatIsNoProperFrameIsMalformed(String text) {
        assertThatThrownBy(() -> FrameJson.read(text, SignalFromClient.class))
                .isInstanceOfSatisfying(
                        FrameException.class,
                        e -> assertThat(e.closeCode())
                                .isEqualTo(text.equals("{\"type\":7}") ? CloseCode.UNEXPECTED : CloseCode.MALFORMED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"room.moved\"} | The frame's type is not known here.",
                "{\"type\":\"grant.answer\",\"request\":\"SECRET\",\"allowed\":true} | request is missing or of a wrong type.",
                "{\"type\":\"hello\",\"protocol\":0} | protocol is not between 1 and 2147483647.",
                "{\"type\":\"hello\",\"protocol\":1,\"page\":{\"url\":\"\",\"title\":\"SECRET\",\"visible\":true}} | url is empty.",
                "{\"protocol\":1} | The frame has no type."
            })
    void theSentenceNamesTheFieldAndRepeatsNothing(String text, String sentence) {
        assertThatThrownBy(() -> FrameJson.read(text, SignalFromClient.class))
                .isInstanceOf(FrameException.class)
                .hasMessage(sentence);
    }

    @Test
    void recordedEventsPassThroughUntouched() {
        String text = "{\"type\":\"cobrowse.events\",\"keyframe\":true,\"events\":" + EVENTS + ",\"sequence\":3}";

        SignalFromClient frame = FrameJson.read(text, SignalFromClient.class);

        assertThat(frame).isEqualTo(new CobrowseEvents(3, true, new RecordedEvents(EVENTS)));
        assertThat(FrameJson.write(frame)).contains(EVENTS);
    }

    @Test
    void recordedEventsAreTheSameWhereTheTypeComesLast() throws Exception {
        String text = "{\"keyframe\":true,\"events\":" + EVENTS + ",\"sequence\":3,\"type\":\"cobrowse.events\"}";

        CobrowseEvents frame = (CobrowseEvents) FrameJson.read(text, SignalFromClient.class);

        ObjectMapper mapper = WireJson.mapper();
        assertThat(mapper.readTree(frame.events().json())).isEqualTo(mapper.readTree(EVENTS));
    }

    @Test
    void aSnapshotOfMegabytesPassesThroughUntouched() {
        String events = "[" + "{\"text\":\"Grüße 👋 \\\" ]\"},".repeat(70_000) + "{}]";
        String text = "{\"type\":\"cobrowse.events\",\"sequence\":1,\"keyframe\":true,\"events\":" + events + "}";

        CobrowseEvents frame = (CobrowseEvents) FrameJson.read(text, SignalFromClient.class);

        assertThat(frame.events().size()).isGreaterThan(1_600_000);
        assertThat(FrameJson.write(frame)).isEqualTo(text);
    }

    @Test
    void theDeepestPageABrowserBuildsIsRead() {
        String page = "{\"childNodes\":[".repeat(512) + "]}".repeat(512);
        String text = "{\"type\":\"cobrowse.events\",\"sequence\":1,\"keyframe\":true,\"events\":[" + page + "]}";

        SignalFromClient frame = FrameJson.read(text, SignalFromClient.class);

        assertThat(FrameJson.write(frame)).isEqualTo(text);
    }

    @Test
    void nestingWithoutEndIsRefused() {
        String text =
                "{\"type\":\"cobrowse.events\",\"sequence\":1,\"keyframe\":true,\"events\":" + "[".repeat(1_000_000);

        assertThatThrownBy(() -> FrameJson.read(text, SignalFromClient.class)).isInstanceOf(FrameException.class);
    }

    @Test
    void tokensAndTypedTextStayOutOfLogs() {
        String text = "{\"type\":\"token.renew\",\"token\":\"SECRET\"}";

        SignalFromClient frame = FrameJson.read(text, SignalFromClient.class);

        assertThat(frame.toString()).doesNotContain("SECRET");
    }
}
