package dev.remotesupport.chat.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remotesupport.chat.ChatProblem;
import dev.remotesupport.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "two\nlines\tand a tab\r\n",
                "<script>alert(1)</script> & \"quotes\"",
                "family 👨‍👩‍👧 and flags 🇪🇺",
                "مرحبا שלום",
                " spaces stay "
            })
    void textStaysAsItWasWritten(String text) {
        assertThat(MessageText.clean(text)).isEqualTo(text);
    }

    @Test
    void whatShowsNothingIsTakenOut() {
        assertThat(MessageText.clean("a\u0000b\u0007c\u001b[31m\u007f\u0085d")).isEqualTo("abc[31md");
        assertThat(MessageText.clean("half \ud83d of a pair")).isEqualTo("half  of a pair");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "\u0000\u0000"})
    void nothingVisibleIsRefused(String text) {
        refused(text);
    }

    @Test
    void lengthCountsCharactersNotTheirHalves() {
        var longest = "👋".repeat(4000);

        assertThat(MessageText.clean(longest)).isEqualTo(longest);
        refused("👋".repeat(4001));
    }

    private static void refused(String text) {
        assertThatThrownBy(() -> MessageText.clean(text))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.kind()).isEqualTo(ChatProblem.TEXT_NOT_ALLOWED));
    }
}
