package dev.remotesupport.chat.masking;

import dev.remotesupport.chat.masking.Masked.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Masks texts by the rules of one organisation. Has no state; safe for use by many threads. */
public final class Masker {

    /** As the database counts: in code points. Masks are made short where long ones would exceed it. */
    static final int LONGEST_TEXT = 4000;

    private static final int MOST_ROUNDS = 4;

    private final Set<Kind> kinds;
    private final List<OwnPattern> patterns;

    /** All built-in kinds, no pattern. */
    public static Masker standard() {
        return new Masker(EnumSet.complementOf(EnumSet.of(Kind.CUSTOM)), List.of());
    }

    Masker(Set<Kind> kinds, List<OwnPattern> patterns) {
        this.kinds = kinds;
        this.patterns = List.copyOf(patterns);
    }

    /** The text without its secrets; everything else of it stays as it is, char by char. */
    public Masked mask(String text) {
        if (patterns.isEmpty() && Suspicion.none(text)) {
            return new Masked(text, List.of());
        }
        var findings = find(text);
        if (findings.isEmpty()) {
            return new Masked(text, List.of());
        }
        var masked = Masks.apply(text, findings);
        // What stays readable may make up something with what stands beside it: masking what was masked changes
        // nothing.
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var more = find(masked);
            if (more.isEmpty()) {
                break;
            }
            findings = withoutOverlaps(Stream.concat(findings.stream(), Masks.inText(text, findings, more).stream())
                    .collect(Collectors.toCollection(ArrayList::new)));
            masked = Masks.apply(text, findings);
        }
        return new Masked(
                masked,
                findings.stream()
                        .map(finding -> new Place(finding.kind(), finding.from(), finding.to()))
                        .toList());
    }

    /** What is to be masked, in the order of the text, none over another. */
    List<Finding> find(String text) {
        return Suspicion.none(text) ? withoutOverlaps(own(text)) : find(new Tokens(new Glyphs(text)), text);
    }

    /** @param tokens those of the text */
    List<Finding> find(Tokens tokens, String text) {
        var taken = Identifiers.find(tokens);
        var all = new ArrayList<Finding>();
        all.addAll(IbanFinder.find(tokens, taken));
        all.addAll(CardFinder.find(tokens, taken));
        all.addAll(SocialSecurityFinder.find(tokens, taken));
        all.addAll(ContextFinder.find(tokens, text, taken));
        all.removeIf(finding -> !kinds.contains(finding.kind()));
        all.addAll(own(text));
        return withoutOverlaps(all);
    }

    private List<Finding> own(String text) {
        var all = new ArrayList<Finding>();
        patterns.forEach(pattern -> all.addAll(pattern.find(text)));
        return all;
    }

    private static List<Finding> withoutOverlaps(List<Finding> all) {
        all.sort(Comparator.comparingInt(Finding::from).thenComparing(Finding::kind));
        var result = new ArrayList<Finding>();
        for (var finding : all) {
            var last = result.isEmpty() ? null : result.getLast();
            if (last == null || !last.overlaps(finding)) {
                result.add(finding);
            } else if (finding.to() > last.to() || finding.kind().compareTo(last.kind()) < 0) {
                // Two in one another: nothing stays readable of either, since one may keep what the other hides.
                var kind = finding.kind().compareTo(last.kind()) < 0 ? finding.kind() : last.kind();
                result.set(result.size() - 1, Finding.whole(kind, last.from(), Math.max(last.to(), finding.to())));
            }
        }
        return result;
    }
}
