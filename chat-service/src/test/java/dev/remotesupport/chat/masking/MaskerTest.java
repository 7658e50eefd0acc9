package dev.remotesupport.chat.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remotesupport.chat.masking.Masked.Place;
import dev.remotesupport.platform.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskerTest {

    @Test
    void findingsSayWhatAndWhereInTheTextAsItWasWritten() {
        var masked = Masker.standard().mask("😀 pin 1234 😀 4111111111111111");

        assertThat(masked.findings()).containsExactly(new Place(Kind.PIN, 7, 11), new Place(Kind.CARD, 15, 31));
    }

    @Test
    void theLengthOfAMaskSaysNothingOfWhatItHides() {
        var masker = Masker.standard();

        assertThat(masker.mask("378282246310005").text()).isEqualTo("•••• •••• •••• 0005");
        assertThat(masker.mask("6205500000000000004").text()).isEqualTo("•••• •••• •••• 0004");
        assertThat(masker.mask("pin 123").text())
                .isEqualTo(masker.mask("pin 123456").text());
    }

    @Test
    void aKindThatIsOffMasksNothing() {
        var rules = MaskingRules.of(List.of(new MaskingRule("codes", Kind.ONE_TIME_CODE, null, false)));

        assertThat(rules.masker().mask("code 123456, pin 1234").text()).isEqualTo("code 123456, pin ••••");
    }

    @Test
    void anOwnPatternMasksWhollyAndBesideWhatIsBuiltIn() {
        var rules = MaskingRules.of(List.of(new MaskingRule("ours", null, "\\bCUST-\\d{6}\\b", true)));

        assertThat(rules.masker().mask("I am CUST-123456, pin 1234").text()).isEqualTo("I am ••••, pin ••••");
    }

    @Test
    void aPatternOverACardLeavesNothingOfItReadable() {
        var rules = MaskingRules.of(List.of(new MaskingRule("all", null, "no \\d+", true)));

        assertThat(rules.masker().mask("no 4111111111111111!").text()).isEqualTo("••••!");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "[a-",
                "a{1001}",
                "((a{100}){100}){100}",
                "x*",
                "",
                "(a|b|)*",
                "\\p{Nope}",
                "(?=a)b",
                "(a)\\1",
                "(([a-z]{10}){10}){20}"
            })
    void aPatternThatCannotBeUsedIsRefused(String pattern) {
        assertThatThrownBy(() -> MaskingRules.of(List.of(new MaskingRule("bad", null, pattern, true))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Rule \"bad\"");
    }

    @Test
    void rulesThatContradictThemselvesAreRefused() {
        refused(new MaskingRule("a", Kind.PIN, "x", true));
        refused(new MaskingRule("a", null, null, true));
        refused(new MaskingRule("a", Kind.CUSTOM, null, true));
        refused(new MaskingRule("a", null, "x", true), new MaskingRule("A ", null, "y", true));
        refused(new MaskingRule("a", Kind.PIN, null, true), new MaskingRule("b", Kind.PIN, null, false));
    }

    private static void refused(MaskingRule... rules) {
        assertThatThrownBy(() -> MaskingRules.of(List.of(rules))).isInstanceOf(ProblemException.class);
    }

    /** Each place is looked for anew, perhaps up to the end of the text: without a bound that grows with its square. */
    @Test
    void aPatternThatMatchesAllOverMasksTheRestAtOnce() {
        var rules = MaskingRules.of(List.of(new MaskingRule("greedy", null, "x(.*y)?", true)));

        var masked = rules.masker().mask("x ".repeat(2000));

        assertThat(masked.findings()).hasSize(OwnPattern.MOST_FINDINGS);
        assertThat(masked.text()).doesNotContain("x");
    }
}
