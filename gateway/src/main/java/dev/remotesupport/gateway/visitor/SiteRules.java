package dev.remotesupport.gateway.visitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remotesupport.gateway.site.KnownSite;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the script has to know of its site. Everybody who can open the site's pages can read it. */
@Schema(name = "SiteRules")
record SiteRules(
        UUID id,
        String name,

        @Schema(description = "CSS selectors of what never leaves the page.")
        List<String> maskSelectors,

        @Schema(description = "CSS selectors of what a technician can only propose, and the customer does.")
        List<String> guardSelectors,

        @Schema(description = "Whether pages tell that somebody is on them.")
        boolean liveVisitors,

        @Schema(description = "Where its pages and frames come from: only these show themselves to each other.")
        List<String> origins) {

    static SiteRules of(KnownSite site) {
        return new SiteRules(
                site.id(),
                site.name(),
                site.maskSelectors(),
                site.guardSelectors(),
                site.liveVisitors(),
                site.allowedOrigins().stream().sorted().toList());
    }

    /** Changes with any of it. */
    String tag(ObjectMapper json) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(this));
            return HexFormat.of().formatHex(digest, 0, 10);
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
