package dev.remotesupport.local.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A log file that takes at most twice its bound on the disk: what is full becomes the one file before. */
public final class BoundedLog {
    private static final int BUFFER_BYTES = 16 << 10;

    private final Path file;
    private final long bound;

    /** @param bound bytes of one file */
    public BoundedLog(Path file, long bound) {
        this.file = file;
        this.bound = bound;
    }

    public Path file() {
        return file;
    }

    /** Writes all that comes until there is no more. */
    public void copy(InputStream text) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        int length;
        while ((length = text.read(buffer)) >= 0) {
            append(buffer, length);
        }
    }

    /** The last lines, for a message. */
    public List<String> tail(int lines) {
        try {
            var all = Files.readAllLines(file);
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    private void append(byte[] bytes, int length) {
        try {
            if (Files.exists(file) && Files.size(file) >= bound) {
                var unused = Files.move(
                        file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                out.write(bytes, 0, length);
            }
        } catch (IOException e) {
            // A full disk loses the text, not the process that writes it.
        }
    }
}
