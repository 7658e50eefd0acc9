package dev.remotesupport.chat.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.platform.tenancy.Tenancy;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an organisation is told by mail. */
@Path("/api/support/mail")
@Authenticated
@Tag(name = "Mail")
class MailResource {

    private final MailSettingsStore store;
    private final MailBox box;
    private final Tenancy tenancy;
    private final CurrentCaller caller;

    MailResource(MailSettingsStore store, MailBox box, Tenancy tenancy, CurrentCaller caller) {
        this.store = store;
        this.box = box;
        this.tenancy = tenancy;
        this.caller = caller;
    }

    /** The settings as somebody wants them. */
    record Wanted(
            @NotNull @Size(max = 10) @Schema(examples = "[\"desk@example.com\"]")
            List<@NotBlank @Email @Size(max = 254) String> alertTo,

            @NotNull @Schema(description = "Whether to tell of chats that ended without anybody having taken them.")
            Boolean missedChats,

            @Pattern(regexp = "en|de") @Schema(description = "Of the alerts; en when left out.", examples = "en")
            String language) {

        MailSettings settings() {
            return new MailSettings(
                    alertTo.stream()
                            .map(address -> address.strip().toLowerCase(Locale.ROOT))
                            .distinct()
                            .toList(),
                    missedChats,
                    language == null ? "en" : language);
        }
    }

    /** The settings as they are. */
    record Settings(
            @JsonInclude List<String> alertTo,
            boolean missedChats,
            String language,

            @Schema(
                    description =
                            "Whether this installation has a mail server; without one nothing is sent or kept for later.")
            boolean available) {}

    @GET
    @Operation(summary = "See what is told by mail", description = "For supervisors and above.")
    public Uni<Settings> settings() {
        return tenancy.inTransaction(caller.get().organisationId(), store::find).map(this::view);
    }

    @PUT
    @Operation(
            summary = "Say what is told by mail",
            description = "Alerts hold what the customer wrote, masked as it is stored. For supervisors and above.")
    @APIResponse(responseCode = "200", description = "The settings as they are now.")
    @APIResponse(responseCode = "400", description = "invalid: an address that is none, or more than ten.")
    @APIResponse(responseCode = "403", description = "not-permitted: for supervisors and above.")
    public Uni<Settings> change(@Valid @NotNull Wanted wanted) {
        var organisation = caller.get().organisationId();
        var settings = wanted.settings();
        return tenancy.inTransaction(organisation, connection -> store.save(connection, organisation, settings))
                .replaceWith(() -> view(settings));
    }

    private Settings view(MailSettings settings) {
        return new Settings(settings.alertTo(), settings.missedChats(), settings.language(), box.isOpen());
    }
}
