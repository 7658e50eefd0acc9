package dev.remotesupport.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remotesupport.embedded.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path folder;

    @Test
    void aSecondStartOnTheSameDataIsToldAboutTheFirst() {
        var first = DataFolder.open(folder.resolve("data"), "process 1, http://localhost:8080");

        assertThatThrownBy(() -> DataFolder.open(folder.resolve("data"), "process 2"))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("process 1, http://localhost:8080")
                .hasMessageContaining("--data");
        assertThat(first.isHeld()).isTrue();
    }

    @Test
    void aTakenPortIsNamedWithAWayOut() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var options = new Options(taken.getLocalPort(), folder, 1, 1, false, false);

            assertThatThrownBy(() -> Layout.of(options))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " is taken")
                    .hasMessageContaining("./run --port " + (taken.getLocalPort() + 1));
        }
    }

    @Test
    void secretsAreMadeOnceAndReadByTheirOwnerOnly() throws IOException {
        Path file = folder.resolve("secrets.properties");
        String made = new Secrets(file).get("database");

        assertThat(new Secrets(file).get("database")).isEqualTo(made).hasSize(20);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aReplicaHasPeersOfItsOwnNumber() {
        var layout = Layout.of(new Options(Ports.free(), folder, 2, 1, false, false));

        assertThat(layout.of(Service.CHAT)).hasSize(2);
        assertThat(layout.peer(Service.SESSION, 2).name()).isEqualTo("session-service-2");
        assertThat(layout.peer(Service.GATEWAY, 2).name()).isEqualTo("gateway-1");
        assertThat(layout.addresses(Service.SIGNALING).split(",")).hasSize(2);
    }

    @Test
    void aReplicaOwnsRoomsUnderTheAddressThatTheGatewayHas() {
        var layout = Layout.of(new Options(Ports.free(), folder, 2, 1, false, false));
        var second = layout.of(Service.SIGNALING).get(1);

        var data = DataFolder.open(folder.resolve("data"), "process 1");
        var config = new ServiceConfig(layout, data, new Secrets(folder.resolve("secrets.properties")))
                .text(second, "postgres", "kafka");

        assertThat(config)
                .contains("remote-support.signaling.address=" + second.url().replace("http://", "") + "\n");
        assertThat(layout.addresses(Service.SIGNALING)).contains(second.url());
    }
}
