package dev.remotesupport.local;

import dev.remotesupport.local.seed.Credentials;
import dev.remotesupport.local.seed.Credentials.User;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** What a person is told once everything runs: whom to sign in as, and what to do first. */
final class Announcement {
    private Announcement() {}

    static String of(Credentials credentials, Path file) {
        String users = credentials.users().stream().map(Announcement::line).collect(Collectors.joining());
        return """

                %s, who can sign in (all of it, the second organisation too, is in %s):
                %s
                What to do next
                  1. Open %s/ and sign in as %s.
                  2. Open %s/demo/ in another window, and ask for help there.
                """.formatted(
                        credentials.organisation(),
                        file,
                        users,
                        credentials.baseUrl(),
                        credentials.user("support").email(),
                        credentials.baseUrl());
    }

    private static String line(User user) {
        return "  %-13s %-30s %s%n".formatted(user.role(), user.email(), user.password());
    }
}
