package dev.remotesupport.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder of one installation, readable by its owner only. One start at a time holds it. */
final class DataFolder {
    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Opens the folder, making it when missing, and holds it until this JVM ends.
     *
     * @param owner what a second start is told about this one
     */
    static DataFolder open(Path path, String owner) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            if (!Files.isDirectory(absolute)) {
                Files.createDirectories(absolute.getParent());
                Files.createDirectory(
                        absolute, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            Path file = absolute.resolve("lock");
            var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!hold(channel)) {
                throw new StartFailure(
                        "Remote Support already runs on %s: %s. Stop that one, or start with another --data and --port."
                                .formatted(path, Files.readString(file).trim()));
            }
            var unused = channel.truncate(0).write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)));
            return new DataFolder(absolute, channel);
        } catch (IOException e) {
            throw new StartFailure("The data folder %s cannot be used: %s".formatted(path, e.getMessage()), e);
        }
    }

    private static boolean hold(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    Path folder(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isHeld() {
        return lock.isOpen();
    }
}
