package dev.remotesupport.gateway.secret;

import dev.remotesupport.gateway.GatewayConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jboss.logging.Logger;

/** The text that secrets are encrypted under: configured, else kept in a file that only its owner reads. */
final class EncryptionKey {

    private static final Logger LOG = Logger.getLogger(EncryptionKey.class);
    private static final int SHORTEST = 16;

    private EncryptionKey() {}

    static String of(GatewayConfig config) {
        String key = config.encryptionKey().orElseGet(() -> kept(config.encryptionKeyFile()));
        if (key.length() < SHORTEST) {
            throw new IllegalStateException(
                    "remote-support.encryption-key is too short: use at least " + SHORTEST + " random characters");
        }
        return key;
    }

    private static String kept(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The encryption key cannot be kept in " + file, e);
        }
    }

    private static void make(Path file) throws IOException {
        var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), onlyOwner)) {
            var unused = channel.write(ByteBuffer.wrap(RandomSecret.create().getBytes(StandardCharsets.US_ASCII)));
            LOG.warnf(
                    "made an encryption key in %s; replicas need the same one in remote-support.encryption-key", file);
        } catch (FileAlreadyExistsException e) {
            LOG.debug("another process made the encryption key first");
        }
    }
}
