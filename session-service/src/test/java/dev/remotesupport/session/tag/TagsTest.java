package dev.remotesupport.session.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagsTest {

    @Test
    void tagsThatMeanTheSameAreTheSame() {
        assertThat(Tags.normalised(List.of(" Printer ", "VIP\u00a0\t customer", "printer", "caf\u0065\u0301")))
                .containsExactly("caf\u00e9", "printer", "vip customer");
    }

    @Test
    void aTagHasAtMostFortyLetters() {
        assertThat(Tags.normalised("\uD83D\uDE00".repeat(40))).hasSize(80);
        assertThatIllegalArgumentException().isThrownBy(() -> Tags.normalised("x".repeat(41)));
    }

    @Test
    void aSessionHasAtMostTwentyTags() {
        var twenty = IntStream.range(0, 20).mapToObj(i -> "tag " + i).toList();
        assertThat(Tags.normalised(twenty)).hasSize(20);
        var more = IntStream.range(0, 21).mapToObj(i -> "tag " + i).toList();
        assertThatIllegalArgumentException().isThrownBy(() -> Tags.normalised(more));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "a\u0000b", "bell\u0007"})
    void whatCannotBeReadIsNoTag(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Tags.normalised(text));
    }
}
