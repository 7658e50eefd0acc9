package dev.remotesupport.chat.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitSecretTest {

    private static final Masker MASKER = Masker.standard();

    @Test
    void aCardInTwoMessagesIsMaskedInBoth() {
        var found = SplitSecret.find(MASKER, List.of("hi", "my card is 4111 1111"), "1111 1111 thanks", false);

        assertThat(found).contains(new SplitSecret(List.of("hi", "my card is ••••"), "•••• •••• •••• 1111 thanks"));
    }

    @Test
    void aCardInFourMessagesIsMaskedInAllOfThem() {
        var found = SplitSecret.find(MASKER, List.of("4111", "1111", "and then 1111"), "1111", false);

        assertThat(found).contains(new SplitSecret(List.of("••••", "••••", "••••"), "•••• •••• •••• 1111"));
    }

    @Test
    void lastPartsThatLookLikeAShorterCardAreMaskedAsPartsOfTheWhole() {
        var found = SplitSecret.find(MASKER, List.of("4", "2200 0000"), "0000 0012 06", false);

        assertThat(found).contains(new SplitSecret(List.of("••••", "••••"), "•••• •••• •••• 1206"));
    }

    @Test
    void aRestShorterThanFourDigitsKeepsNone() {
        var found = SplitSecret.find(MASKER, List.of("4111 1111 1111 11"), "11", false);

        assertThat(found).contains(new SplitSecret(List.of("••••"), "••••"));
    }

    @Test
    void aPinAfterItsAnnouncementIsMasked() {
        assertThat(SplitSecret.find(MASKER, List.of("my pin is"), "1234", true))
                .contains(new SplitSecret(List.of("my pin is"), "••••"));
        assertThat(SplitSecret.find(MASKER, List.of("and my password is:"), "hunter2", true))
                .contains(new SplitSecret(List.of("and my password is:"), "••••"));
    }

    @Test
    void whatSomebodyElseAskedInBetweenIsNoPin() {
        assertThat(SplitSecret.find(MASKER, List.of("I forgot my pin"), "1234", false))
                .isEmpty();
    }

    @Test
    void anIbanInTwoMessagesIsMaskedInBoth() {
        var found = SplitSecret.find(MASKER, List.of("DE89 3704 0044"), "0532 0130 00", false);

        assertThat(found).isPresent();
        assertThat(found.get().earlier().getFirst()).doesNotContain("3704").doesNotContain("0044");
        assertThat(found.get().text()).doesNotContain("0532");
    }

    @Test
    void anAccountNumberAfterItsAnnouncementIsMasked() {
        assertThat(SplitSecret.find(MASKER, List.of("my account number is"), "12345678", true))
                .contains(new SplitSecret(List.of("my account number is"), "•••• 5678"));
    }

    @ParameterizedTest
    @CsvSource({
        "+49 30 901820, +49 30 901821",
        "0151 23456789, 0151 23456790",
        "call me on 0171 5551234, or on 0171 5554321",
        "order 4711001, order 4711002",
        "10012345, 10012346",
        "my order number is, 45391488"
    })
    void phoneAndOrderNumbersInARowStay(String earlier, String text) {
        assertThat(SplitSecret.find(MASKER, List.of(earlier), text, true)).isEmpty();
    }

    @Test
    void numbersThatTogetherAreNoCardStay() {
        assertThat(SplitSecret.find(MASKER, List.of("4111 1111", "order"), "1111 1112", true))
                .isEmpty();
        assertThat(SplitSecret.find(MASKER, List.of("I ordered 2"), "3 of them", true))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1111 1111", "11", "and then 1111", "the rest is 1111 1111", "hunter2", "- 1111", "😀 1111"})
    void aRestBeginsWithDigits(String text) {
        assertThat(SplitSecret.mayEndWith(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "message 17",
                "17 items",
                "at 5:30 then",
                "I have a question about my 3 orders",
                "thanks!",
                "ok",
                ""
            })
    void mostMessagesAreNoRest(String text) {
        assertThat(SplitSecret.mayEndWith(text)).isFalse();
    }
}
