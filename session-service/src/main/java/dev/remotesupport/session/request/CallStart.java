package dev.remotesupport.session.request;

import dev.remotesupport.contracts.Limits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body that asks for a call. */
@Schema(name = "CallStart")
public record CallStart(
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

        @Valid PageSeen page,

        @Schema(description = "The open session in which to call, instead of naming its customer.")
        UUID sessionId) {

    /** Who says nothing calls as the token names him or her. */
    public static final CallStart PLAIN = new CallStart(null, null, null, null, null, null);

    Naming naming() {
        return new Naming(userId, customerEmail, customerName);
    }
}
