package dev.remotesupport.contracts.permission;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that can be done, and by whom.
 *
 * @param id stable, lower-case-with-dashes
 * @param title one phrase for a person
 * @param allowed roles of the staff, {@code customer}, {@code visitor}, {@code operator}, {@code api_key:<scope>}; or
 *     {@link #ANYBODY}, who brings no token
 * @param within the finer rule that the service adds, such as "their own"; for a person
 * @param endpoints method and path template, such as {@code GET /api/sessions/{id}}
 */
public record Action(String id, String title, Set<String> allowed, Optional<String> within, List<String> endpoints) {

    public static final String ANYBODY = "anybody";

    public Action {
        allowed = Set.copyOf(allowed);
        endpoints = List.copyOf(endpoints);
    }

    public boolean isForAnybody() {
        return allowed.contains(ANYBODY);
    }

    /** Whether one who counts as all of these may do it. */
    public boolean isFor(Set<String> names) {
        return isForAnybody() || names.stream().anyMatch(allowed::contains);
    }
}
