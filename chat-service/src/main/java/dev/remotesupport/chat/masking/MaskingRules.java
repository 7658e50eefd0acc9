package dev.remotesupport.chat.masking;

import dev.remotesupport.chat.ChatProblem;
import dev.remotesupport.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The rules of one organisation: first the built-in kinds, all of them, then its own patterns. What is said of no built-in
 * kind leaves it on.
 */
record MaskingRules(List<MaskingRule> rules) {

    static final int MOST_PATTERNS = 20;

    /** What counts where an organisation has said nothing. */
    static final MaskingRules STANDARD = new MaskingRules(List.of());

    MaskingRules {
        rules = complete(rules);
    }

    private static List<MaskingRule> complete(List<MaskingRule> written) {
        var kinds = builtIn()
                .map(kind -> written.stream()
                        .filter(rule -> rule.kind() == kind)
                        .findFirst()
                        .orElseGet(() -> new MaskingRule(kind.title(), kind, null, true)));
        var patterns = written.stream().filter(rule -> rule.kind() == null);
        return Stream.concat(kinds, patterns).toList();
    }

    /**
     * The rules as somebody wrote them, if they can be used.
     *
     * @throws ProblemException 400 {@code rule-not-allowed} that says which and why
     */
    static MaskingRules of(List<MaskingRule> written) {
        var names = new HashSet<String>();
        var kinds = EnumSet.noneOf(Kind.class);
        var patterns = new ArrayList<OwnPattern>();
        for (var rule : written) {
            check(names.add(rule.name().strip().toLowerCase(Locale.ROOT)), rule, "Another rule has this name.");
            check((rule.kind() == null) != (rule.pattern() == null), rule, "Give it either a kind or a pattern.");
            if (rule.kind() != null) {
                check(rule.kind() != Kind.CUSTOM, rule, "Give it a pattern instead of a kind.");
                check(kinds.add(rule.kind()), rule, "Another rule has this kind.");
            } else {
                patterns.add(compile(rule));
                check(patterns.size() <= MOST_PATTERNS, rule, "There are at most " + MOST_PATTERNS + " patterns.");
                check(
                        patterns.stream().mapToInt(OwnPattern::steps).sum() <= OwnPattern.MOST_STEPS,
                        rule,
                        "The patterns together are too costly; make them shorter or repeat less in them.");
            }
        }
        return new MaskingRules(written);
    }

    Masker masker() {
        var kinds = EnumSet.noneOf(Kind.class);
        var patterns = new ArrayList<OwnPattern>();
        for (var rule : rules) {
            if (rule.enabled() && rule.kind() != null) {
                kinds.add(rule.kind());
            } else if (rule.enabled()) {
                patterns.add(OwnPattern.of(rule.pattern()));
            }
        }
        return new Masker(kinds, patterns);
    }

    private static Stream<Kind> builtIn() {
        return EnumSet.complementOf(EnumSet.of(Kind.CUSTOM)).stream();
    }

    private static OwnPattern compile(MaskingRule rule) {
        try {
            return OwnPattern.of(rule.pattern());
        } catch (IllegalArgumentException e) {
            throw notAllowed(rule, e.getMessage());
        }
    }

    private static void check(boolean holds, MaskingRule rule, String otherwise) {
        if (!holds) {
            throw notAllowed(rule, otherwise);
        }
    }

    private static ProblemException notAllowed(MaskingRule rule, String why) {
        return new ProblemException(ChatProblem.RULE_NOT_ALLOWED, "Rule \"" + rule.name() + "\": " + why);
    }
}
