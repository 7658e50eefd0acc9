package dev.remotesupport.session.request;

import java.util.Optional;

/** Whom a body names. Each part may be absent. */
record Naming(Optional<String> id, Optional<String> email, Optional<String> name) {

    Naming(String id, String email, String name) {
        this(
                Optional.ofNullable(id),
                Optional.ofNullable(email),
                Optional.ofNullable(name).map(String::strip));
    }
}
