package dev.remotesupport.session.directory;

import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.session.access.Sight;
import dev.remotesupport.session.directory.SessionQuery.Filter;
import dev.remotesupport.session.directory.SessionQuery.Holder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of the few statements that the filters and sorts in use add up to, so that Postgres can prepare each. A page continues
 * by the place of the last session and never by counting, so that the thousandth costs what the first does.
 */
final class ListStatement {

    private final SessionQuery query;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();
    private final String text;

    ListStatement(Sight sight, SessionQuery query) {
        this.query = query;
        if (!(sight instanceof Sight.All)) {
            var seen = sight.condition(1);
            conditions.add(seen.sql());
            parameters.addAll(seen.parameters());
        }
        conditions(query.filter());
        text = "SELECT * FROM session WHERE id IN (" + ids() + ") ORDER BY "
                + query.sort().order() + limit();
    }

    String text() {
        return text;
    }

    List<Object> parameters() {
        return parameters;
    }

    private void conditions(Filter filter) {
        if (!filter.states().isEmpty() && !isInBranches()) {
            conditions.add("state = ANY (" + parameter(wireNames(filter.states())) + ")");
        }
        filter.holder()
                .ifPresent(holder -> conditions.add(
                        switch (holder) {
                            case Holder.Member member -> "staff_id = " + parameter(member.id());
                            case Holder.Nobody nobody -> "staff_id IS NULL";
                        }));
        filter.team().ifPresent(team -> conditions.add("team_id = " + parameter(team)));
        filter.site().ifPresent(site -> conditions.add("site_id = " + parameter(site)));
        filter.from().ifPresent(from -> conditions.add("requested_at >= " + parameter(from)));
        filter.to().ifPresent(to -> conditions.add("requested_at < " + parameter(to)));
        filter.tags()
                .forEach(tag -> conditions.add(
                        "id IN (SELECT session_id FROM session_tag WHERE tag = " + parameter(tag) + ")"));
        filter.words().forEach(word -> conditions.add("strpos(search, " + parameter(word) + ") > 0"));
    }

    private String ids() {
        if (query.sort().isByTime()) {
            return select("session", and(conditions, after("")));
        }
        // No index can look for words: all hits are gathered from the index that holds the words, and sorted then.
        if (!query.filter().words().isEmpty()) {
            return "WITH hit AS MATERIALIZED (SELECT id, requested_at, state, staff_key, customer_key FROM session"
                    + where(conditions) + ") " + select("hit", after(key()));
        }
        return union(query.sort().isByState() ? branchesByState() : branchesByName());
    }

    /** Sorted by state, each state is a list of its own, read along the index of states. */
    private List<String> branchesByState() {
        var states = new ArrayList<>(Arrays.asList(SessionState.values()));
        if (!query.sort().ascending()) {
            Collections.reverse(states);
        }
        var wanted = query.filter().states();
        var from = query.after()
                .map(place -> states.indexOf(SessionState.of(place.key())))
                .orElse(-1);
        return states.stream()
                .filter(state -> wanted.isEmpty() || wanted.contains(state))
                .filter(state -> states.indexOf(state) >= from)
                .map(state -> select(
                        "session",
                        and(conditions, "state = '" + state.wire() + "'", states.indexOf(state) == from ? later() : ""),
                        Sort.NEWEST.order()))
                .toList();
    }

    /** The rest of the name that the last page ended in, and the names after it. */
    private List<String> branchesByName() {
        if (query.after().isEmpty()) {
            return List.of(select("session", conditions));
        }
        return List.of(
                select("session", and(conditions, query.sort().key() + " = " + key(), later())),
                select("session", and(conditions, query.sort().key() + further() + key())));
    }

    private static String union(List<String> branches) {
        return branches.isEmpty()
                ? "SELECT id FROM session WHERE false"
                : branches.stream().map(branch -> "(" + branch + ")").collect(Collectors.joining(" UNION ALL "));
    }

    private String select(String table, List<String> where) {
        return select(table, where, query.sort().order());
    }

    private String select(String table, List<String> where, String order) {
        return "SELECT id FROM " + table + where(where) + " ORDER BY " + order + limit();
    }

    private String limit() {
        return " LIMIT " + (query.limit() + 1);
    }

    /** What comes after the last session in the whole list; nothing on the first page. */
    private List<String> after(String key) {
        if (query.after().isEmpty()) {
            return List.of();
        }
        var own = query.sort().key();
        return List.of(
                query.sort().isByTime()
                        ? later()
                        : "(" + own + further() + key + " OR " + own + " = " + key + " AND " + later() + ")");
    }

    /** What comes after the last session among those of the same key. */
    private String later() {
        var place = query.after().orElseThrow();
        return "(requested_at, id) " + (query.sort() == Sort.OLDEST ? ">" : "<") + " (" + parameter(place.requestedAt())
                + ", " + parameter(place.id()) + ")";
    }

    private String further() {
        return query.sort().ascending() ? " > " : " < ";
    }

    private String key() {
        return query.after()
                .map(place -> query.sort().isByState()
                        ? query.sort()
                                .key()
                                .replace(
                                        ", state)",
                                        ", '" + SessionState.of(place.key()).wire() + "')")
                        : "left(lower(" + parameter(place.key()) + "), 80)")
                .orElse("");
    }

    private boolean isInBranches() {
        return query.sort().isByState() && query.filter().words().isEmpty();
    }

    private static List<String> and(List<String> conditions, String... more) {
        return Stream.concat(conditions.stream(), Stream.of(more).filter(one -> !one.isEmpty()))
                .toList();
    }

    private static List<String> and(List<String> conditions, List<String> more) {
        return Stream.concat(conditions.stream(), more.stream()).toList();
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private String parameter(Instant time) {
        return parameter((Object) time.atOffset(ZoneOffset.UTC));
    }

    private String parameter(Object value) {
        parameters.add(value);
        return "$" + parameters.size();
    }

    private static String[] wireNames(Set<SessionState> states) {
        return states.stream().map(SessionState::wire).sorted().toArray(String[]::new);
    }
}
