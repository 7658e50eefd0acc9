package dev.remotesupport.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Properties;
import java.util.stream.Collectors;

/** Random passwords of this installation, made when first asked for and kept in a file that only its owner reads. */
public final class Secrets {
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 20;

    private final Path file;
    private final Properties known = new Properties();
    private final SecureRandom random = new SecureRandom();

    Secrets(Path file) {
        this.file = file;
        try {
            if (Files.exists(file)) {
                known.load(new StringReader(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The secrets cannot be read", e);
        }
    }

    public synchronized String get(String name) {
        if (!known.containsKey(name)) {
            known.setProperty(name, random());
            PrivateFile.write(
                    file,
                    known.stringPropertyNames().stream()
                            .sorted()
                            .map(each -> each + "=" + known.getProperty(each) + "\n")
                            .collect(Collectors.joining()));
        }
        return known.getProperty(name);
    }

    private String random() {
        return random.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> ALPHABET.substring(index, index + 1))
                .collect(Collectors.joining());
    }
}
