package dev.remotesupport.session.request;

import dev.remotesupport.contracts.Channel;
import dev.remotesupport.contracts.Limits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body with which staff or another system begins a session for a customer. */
@Schema(name = "SessionStart")
record SessionStart(
        @NotBlank @Size(max = Limits.NAME) @Schema(examples = "Grace Hopper")
        String customerName,

        @Email @Size(min = 3, max = Text.EMAIL) @Schema(examples = "grace@example.com")
        String customerEmail,

        @Pattern(regexp = Text.NOT_BLANK, message = Text.BLANK)
        @Size(max = Limits.NAME)
        @Schema(
                description = "The customer's id in your own system; without one nobody can be recognised.",
                examples = "c-1042")
        String userId,

        @Pattern(regexp = Text.NOT_BLANK, message = Text.BLANK)
        @Size(max = Limits.NAME)
        @Schema(examples = "Printer prints blank pages")
        String subject,

        @Schema(description = "What the session begins with; chat when left out.")
        Channel channel,

        @Pattern(regexp = Text.NOT_BLANK, message = Text.BLANK)
        @Size(max = Limits.NAME)
        @Schema(examples = "FRONT-DESK-02")
        String machineName,

        @Pattern(regexp = Text.NOT_BLANK, message = Text.BLANK)
        @Size(max = Limits.NAME)
        @Schema(examples = "Utrecht, NL")
        String location,

        @Valid PageSeen page,

        @Schema(description = "The only team that gets it; anybody when left out.")
        UUID teamId,

        @Size(max = 64)
        @Pattern(regexp = "[a-z0-9][a-z0-9._-]*")
        @Schema(
                description = "What its technician must know, as supervisors name it for the staff.",
                examples = "dutch")
        String skill) {

    Naming naming() {
        return new Naming(userId, customerEmail, customerName);
    }
}
