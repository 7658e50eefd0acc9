package dev.remotesupport.chat.inspection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives for tests. */
final class Zips {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);

    static byte[] of(String... entries) {
        var zips = new Zips();
        for (var entry : entries) {
            zips.add(entry, "<some content/>".getBytes(StandardCharsets.UTF_8));
        }
        return zips.done();
    }

    /** Unpacks to so many bytes. */
    static byte[] bomb(int bytes) {
        var zips = new Zips();
        zips.add("zeros", new byte[bytes]);
        return zips.done();
    }

    static byte[] withEntries(int count) {
        var zips = new Zips();
        for (int i = 0; i < count; i++) {
            zips.add("entry" + i, new byte[0]);
        }
        return zips.done();
    }

    private void add(String name, byte[] content) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] done() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
