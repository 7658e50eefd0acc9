package dev.remotesupport.gateway.page;

import dev.remotesupport.gateway.GatewayConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The site that the demo shop embeds; whoever starts the suite writes the file. */
@ApplicationScoped
class DemoFile {

    static final String PATH = "/demo/site.json";

    private final Optional<Path> file;

    DemoFile(GatewayConfig config) {
        this.file = config.demoFile();
    }

    Optional<String> read() throws IOException {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file.get()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
