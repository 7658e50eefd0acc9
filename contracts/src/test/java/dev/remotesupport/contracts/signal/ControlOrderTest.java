package dev.remotesupport.contracts.signal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remotesupport.contracts.FrameJson;
import dev.remotesupport.contracts.WireJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlOrderTest {

    private static final UUID TECHNICIAN = UUID.fromString("0198f3a1-9d10-7bb2-a4c7-6d1e8f2a3b03");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "control.click",
                "control.input",
                "control.select",
                "control.scroll",
                "control.key",
                "control.point",
                "control.drag"
            })
    void anOrderIsItsCommandAndWhoGaveIt(String type) throws Exception {
        String text = Files.readString(Path.of("src/main/resources/examples/signal/from-client/" + type + ".json"));
        ControlCommand command = (ControlCommand) FrameJson.read(text, SignalFromClient.class);

        ControlOrder order = ControlOrder.of(TECHNICIAN, command);

        ObjectNode written = (ObjectNode) WireJson.mapper().readTree(FrameJson.write(order));
        assertThat(written.remove("from").textValue()).isEqualTo(TECHNICIAN.toString());
        assertThat(written).isEqualTo(WireJson.mapper().readTree(FrameJson.write(command)));
    }
}
