package dev.remotesupport.gateway.page;

import dev.remotesupport.gateway.secret.RandomSecret;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * A file of the web, as it is sent. Files in a jar have no dates that mean anything, so its tag is made of its content.
 *
 * @param zipped absent where compression gains nothing
 */
record Asset(Buffer plain, Optional<Buffer> zipped, String tag, String type) {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html;charset=UTF-8"),
            Map.entry("js", "text/javascript;charset=UTF-8"),
            Map.entry("css", "text/css;charset=UTF-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("txt", "text/plain;charset=UTF-8"));

    /** Reads a file from the class path; blocks. */
    static Optional<Asset> load(String file) {
        try (InputStream stream = open(file)) {
            return stream == null ? Optional.empty() : Optional.of(of(file, stream.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be read: " + file, e);
        }
    }

    private static InputStream open(String file) {
        return Thread.currentThread().getContextClassLoader().getResourceAsStream("META-INF/resources" + file);
    }

    static Asset of(String file, byte[] content) {
        String tag = "W/\""
                + Base64.getUrlEncoder()
                        .encodeToString(RandomSecret.digest(content))
                        .substring(0, 22) + '"';
        return new Asset(Buffer.buffer(content), zip(content), tag, type(file));
    }

    int size() {
        return plain.length() + zipped.map(Buffer::length).orElse(0);
    }

    private static String type(String file) {
        return TYPES.getOrDefault(file.substring(file.lastIndexOf('.') + 1), "application/octet-stream");
    }

    private static Optional<Buffer> zip(byte[] content) {
        var bytes = new ByteArrayOutputStream(content.length / 2);
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.size() < content.length * 0.9 ? Optional.of(Buffer.buffer(bytes.toByteArray())) : Optional.empty();
    }
}
