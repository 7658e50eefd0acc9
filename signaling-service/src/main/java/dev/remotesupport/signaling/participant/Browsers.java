package dev.remotesupport.signaling.participant;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ua_parser.CachingParser;
import ua_parser.Client;

/** Names the browser and the operating system in a User-Agent header. Costs milliseconds when new: not for an event loop. */
@ApplicationScoped
public class Browsers {

    private static final int LONGEST = 512;
    private static final int REMEMBERED = 1_000;

    private final CachingParser parser = new CachingParser(REMEMBERED);

    /** @param os and {@code browser}: null when the header does not say */
    public record Browser(String browser, String os) {}

    public Browser of(Optional<String> userAgent) {
        return userAgent
                .filter(header -> header.length() <= LONGEST)
                .map(this::parse)
                .orElse(new Browser(null, null));
    }

    private Browser parse(String header) {
        Client client = parser.parse(header);
        return new Browser(
                name(client.userAgent.family, client.userAgent.major), name(client.os.family, client.os.major));
    }

    private static String name(String family, String version) {
        return family == null || family.equals("Other")
                ? null
                : Stream.of(family, version).filter(part -> part != null).collect(Collectors.joining(" "));
    }
}
