package dev.remotesupport.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void withoutOptionsItIsTheUsualPortAndFolder() {
        assertThat(Options.of(List.of())).isEqualTo(new Options(8080, Path.of(".local"), 1, 1, false, false));
    }

    @Test
    void optionsTakeTheirValueBehindASpaceOrAnEqualsSign() {
        var options = Options.of(List.of("--port", "9000", "--data=/tmp/x", "--replicas", "2", "--gateways=2"));

        assertThat(options).isEqualTo(new Options(9000, Path.of("/tmp/x"), 2, 2, false, false));
        assertThat(options.baseUrl()).isEqualTo("http://localhost:9000");
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThatThrownBy(() -> Options.of(List.of("--prot", "1"))).hasMessageContaining("no option --prot");
        assertThatThrownBy(() -> Options.of(List.of("--port"))).hasMessageContaining("--port needs a value");
        assertThatThrownBy(() -> Options.of(List.of("--port", "http"))).hasMessageContaining("not 'http'");
        assertThatThrownBy(() -> Options.of(List.of("--replicas", "99"))).hasMessageContaining("from 1 to 4");
    }
}
