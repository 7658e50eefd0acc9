package dev.remotesupport.contracts.permission;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** {@code docs/permissions.md}, made from the file. */
final class PermissionsPage {

    private static final List<String> COLUMNS =
            List.of("visitor", "customer", "support", "team_lead", "supervisor", "admin", "super_admin", "operator");

    private PermissionsPage() {}

    static String of(Permissions permissions) {
        var page = new StringBuilder("""
                # Permissions

                Who may do what. Made from `contracts/src/main/resources/permissions.json`, which every service and the gateway check each
                call against: whoever is not listed gets 403 `not-permitted`, and so does everybody where an endpoint is not listed at all.
                A test walks through every endpoint with every role. Change the file, then make this page again:

                    %s

                "Scope" is what an API key needs. Finer rules, in italics, are kept by the service that answers.

                """.formatted(PermissionsPageTest.REGENERATE));
        heading(page);
        permissions.actions().forEach(action -> row(page, action));
        page.append("\n## Endpoints\n\n| action | endpoints |\n|---|---|\n");
        permissions.actions().forEach(action -> endpoints(page, action));
        return page.toString();
    }

    private static void heading(StringBuilder page) {
        page.append("| action |");
        COLUMNS.forEach(column -> page.append(' ').append(column).append(" |"));
        page.append(" scope |\n|---|").append(":-:|".repeat(COLUMNS.size())).append("---|\n");
    }

    private static void row(StringBuilder page, Action action) {
        page.append("| ").append(action.title());
        action.within().ifPresent(rule -> page.append(". _").append(rule).append('_'));
        page.append(" |");
        for (var column : COLUMNS) {
            page.append(action.isFor(Set.of(column)) ? " ✓ |" : "  |");
        }
        page.append(' ').append(scopes(action)).append(" |\n");
    }

    private static String scopes(Action action) {
        if (action.isForAnybody()) {
            return "none needed";
        }
        Predicate<String> isScope = name -> name.startsWith("api_key:");
        return action.allowed().stream()
                .filter(isScope)
                .map(name -> '`' + name.substring("api_key:".length()) + '`')
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static void endpoints(StringBuilder page, Action action) {
        page.append("| ").append(action.title()).append(" | ");
        page.append(action.endpoints().stream()
                .map(endpoint -> '`' + endpoint + '`')
                .collect(Collectors.joining("<br>")));
        page.append(" |\n");
    }
}
