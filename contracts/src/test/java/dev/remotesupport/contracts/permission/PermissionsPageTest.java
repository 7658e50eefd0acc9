package dev.remotesupport.contracts.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PermissionsPageTest {

    static final String REGENERATE = "./mvnw test -pl contracts -Dtest=PermissionsPageTest -Dpermissions.write=true";

    private static final Path PAGE = Path.of("../docs/permissions.md");

    @Test
    void pageSaysWhatTheFileSays() throws IOException {
        var page = PermissionsPage.of(Permissions.load());
        if (Boolean.getBoolean("permissions.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE)
                .as("docs/permissions.md is made from permissions.json; make it again by: %s", REGENERATE)
                .hasContent(page);
    }
}
