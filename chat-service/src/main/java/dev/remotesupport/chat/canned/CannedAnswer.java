package dev.remotesupport.chat.canned;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An answer to be used again.
 *
 * @param teamId whose it is; null for everybody's
 */
record CannedAnswer(
        UUID id,

        @Schema(description = "By which it is found.", examples = "refund")
        String code,

        @Schema(examples = "Hello {{customer.name|there}}, your refund is on its way. {{staff.name}}")
        String text,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The team whose it is; absent for everybody's.")
        UUID teamId,

        Instant changedAt) {}
