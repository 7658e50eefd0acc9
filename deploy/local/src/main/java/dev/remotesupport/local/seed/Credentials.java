package dev.remotesupport.local.seed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.remotesupport.local.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a local start gives to sign in with; its shape in {@code credentials.json} is part of the public surface.
 *
 * @param other the second organisation; null in the second one itself
 */
@JsonInclude(Include.NON_NULL)
public record Credentials(
        String baseUrl,
        String organisation,
        List<User> users,
        String siteKey,
        String siteSecret,
        String apiKey,
        Credentials other) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Somebody who can sign in; the operator's role is {@code operator}. */
    public record User(String email, String password, String role) {}

    static Optional<Credentials> read(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(file.toFile(), Credentials.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The credentials cannot be read", e);
        }
    }

    Credentials writtenTo(Path file) {
        try {
            PrivateFile.write(file, JSON.writeValueAsString(this) + "\n");
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first user with a role. */
    public User user(String role) {
        return users.stream()
                .filter(user -> user.role().equals(role))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody has the role " + role));
    }

    Credentials at(String address) {
        var moved = other == null ? null : other.at(address);
        return new Credentials(address, organisation, users, siteKey, siteSecret, apiKey, moved);
    }

    Credentials with(User user, Credentials second) {
        var all = new ArrayList<User>();
        all.add(user);
        all.addAll(users);
        return new Credentials(baseUrl, organisation, List.copyOf(all), siteKey, siteSecret, apiKey, second);
    }
}
