package dev.remotesupport.chat.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tricky texts, and that {@code docs/masking.md} says what they say. */
class MaskingTableTest {

    private static final Masker MASKER = Masker.standard();
    private static final Path PAGE = Path.of("../docs/masking.md");
    private static final String BEGIN = "<!-- figures -->\n";
    private static final String END = "<!-- /figures -->";

    static Stream<TrickyTexts.Sample> tricky() {
        return TrickyTexts.read("tricky-texts.txt").stream();
    }

    static Stream<TrickyTexts.Sample> heldOut() {
        return TrickyTexts.read("held-out.txt").stream();
    }

    static Stream<TrickyTexts.Sample> attacks() {
        return Stream.of("attacks.txt", "later.txt").flatMap(table -> TrickyTexts.read(table).stream());
    }

    @ParameterizedTest
    @MethodSource({"tricky", "heldOut", "attacks"})
    void secretsAreMaskedAndTheRestStays(TrickyTexts.Sample sample) {
        var masked = MASKER.mask(sample.text()).text();

        assertThat(masked).isEqualTo(sample.masked());
    }

    @ParameterizedTest
    @MethodSource({"tricky", "heldOut", "attacks"})
    void whatIsMaskedStaysAsItIs(TrickyTexts.Sample sample) {
        var again = MASKER.mask(sample.masked());

        assertThat(again.text()).isEqualTo(sample.masked());
    }

    /** With -Dmasking.figures=write it writes them. */
    @Test
    void thePageHasTheFiguresOfTheTables() throws IOException {
        var page = Files.readString(PAGE);
        int from = page.indexOf(BEGIN) + BEGIN.length();
        int to = page.indexOf(END);
        var figures = figures();
        if ("write".equals(System.getProperty("masking.figures"))) {
            Files.writeString(PAGE, page.substring(0, from) + figures + page.substring(to));
            return;
        }

        assertThat(page.substring(from, to)).isEqualTo(figures);
    }

    private static String figures() {
        return "| table | texts | secrets | precision | recall |\n|---|---:|---:|---:|---:|\n"
                + row("tricky-texts.txt")
                + row("held-out.txt")
                + row("attacks.txt")
                + row("later.txt");
    }

    private static String row(String table) {
        List<TrickyTexts.Sample> samples = TrickyTexts.read(table);
        var score = samples.stream()
                .map(sample -> TrickyTexts.score(sample, MASKER))
                .reduce(new TrickyTexts.Score(0, 0, 0), TrickyTexts.Score::plus);
        return "| `%s` | %d | %d | %.3f | %.3f |%n"
                .formatted(
                        table,
                        samples.size(),
                        samples.stream()
                                .mapToInt(sample -> sample.secrets().size())
                                .sum(),
                        score.precision(),
                        score.recall())
                .replace(System.lineSeparator(), "\n");
    }
}
