package dev.remotesupport.session.casefile;

import dev.remotesupport.session.casefile.CaseFile.Status;
import java.util.Optional;
import java.util.UUID;

/**
 * Which cases are wanted.
 *
 * @param before cases with a smaller number
 */
record CaseQuery(
        Optional<String> customer,
        Optional<Status> status,
        Optional<String> words,
        Optional<UUID> session,
        long before,
        int limit) {}
