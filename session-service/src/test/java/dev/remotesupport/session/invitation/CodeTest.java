package dev.remotesupport.session.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CodeTest {

    @Test
    void codeIsReadAsPeopleTypeIt() {
        assertThat(Code.read(" 7k3m-9qxd ")).contains(new Code("7K3M9QXD"));
        assertThat(Code.read("7K3M 9QXD")).contains(new Code("7K3M9QXD"));
    }

    @Test
    void lettersThatLookLikeDigitsAreDigits() {
        assertThat(Code.read("oil0OIL1")).contains(new Code("01100111"));
    }

    @Test
    void whatCanBeNoCodeIsNone() {
        assertThat(Code.read("7K3M9QX")).isEmpty();
        assertThat(Code.read("7K3M9QXDD")).isEmpty();
        assertThat(Code.read("7K3M9QX!")).isEmpty();
        assertThat(Code.read("7K3M9QXU")).isEmpty();
        assertThat(Code.read("")).isEmpty();
    }

    @Test
    void randomCodesCanBeReadAndDiffer() {
        var codes = IntStream.range(0, 200).mapToObj(i -> Code.random()).collect(Collectors.toSet());

        assertThat(codes)
                .hasSize(200)
                .allSatisfy(code -> assertThat(Code.read(code.text())).contains(code));
    }

    @Test
    void codeIsInNoLog() {
        assertThat(new Code("7K3M9QXD")).asString().doesNotContain("7K3M9QXD");
    }
}
