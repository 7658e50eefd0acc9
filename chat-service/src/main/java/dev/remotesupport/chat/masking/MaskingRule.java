package dev.remotesupport.chat.masking;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One rule: a kind that is built in, or a pattern of the organisation's own. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MaskingRule(
        @NotBlank @Size(max = 60) @Schema(description = "What people call it.", examples = "Customer cards")
        String name,

        @Schema(
                description =
                        "What is built in: card, iban, social_security, pin, security_code, password, one_time_code or account.",
                examples = "card")
        Kind kind,

        @Size(min = 1, max = OwnPattern.LONGEST)
        @Schema(
                description = "Or a pattern in the syntax of RE2; what it matches is masked wholly.",
                examples = "\\bCUST-\\d{6}\\b")
        String pattern,

        @Schema(description = "Whether it masks anything now; true when left out.")
        Boolean enabled) {

    MaskingRule {
        enabled = enabled == null || enabled;
    }
}
