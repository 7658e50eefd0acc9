package dev.remotesupport.session.request;

import dev.remotesupport.contracts.Limits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body that asks for help by chat. */
@Schema(name = "ChatStart")
record ChatStart(
        @Pattern(regexp = Text.NOT_BLANK, message = Text.BLANK)
        @Size(max = Limits.NAME)
        @Schema(description = "The customer's id in your own system.", examples = "c-1042")
        String userId,

        @Email @Size(min = 3, max = Text.EMAIL) @Schema(examples = "grace@example.com")
        String customerEmail,

        @Pattern(regexp = Text.NOT_BLANK, message = Text.BLANK)
        @Size(max = Limits.NAME)
        @Schema(examples = "Grace Hopper")
        String customerName,

        @Pattern(regexp = Text.NOT_BLANK, message = Text.BLANK)
        @Size(max = Limits.NAME)
        @Schema(examples = "My order does not arrive")
        String subject,

        @Valid PageSeen page) {

    Naming naming() {
        return new Naming(userId, customerEmail, customerName);
    }
}
