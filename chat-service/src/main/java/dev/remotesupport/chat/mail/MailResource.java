package dev.remotesupport.chat.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.platform.tenancy.Tenancy;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

            @Min(1)
            @Max(240)
            @Schema(
                    description = "Minutes that a customer may wait before an alert; none when left out.",
                    examples = "5")
            Integer waitMinutes,

            @Schema(description = "Whether to tell when somebody waits and nobody of the staff takes sessions.")
            Boolean nobodyThere,

            @Min(1)
            @Max(1440)
            @Schema(description = "Minutes between two alerts of one kind; 30 when left out.", examples = "30")
            Integer quietMinutes,

            @Pattern(regexp = "en|de") @Schema(description = "Of the alerts; en when left out.", examples = "en")
            String language) {

        MailSettings settings() {
            return new MailSettings(
                    alertTo.stream()
                            .map(address -> address.strip().toLowerCase(Locale.ROOT))
                            .distinct()
                            .toList(),
                    missedChats,
                    Optional.ofNullable(waitMinutes).map(minutes -> Duration.ofMinutes(minutes)),
                    nobodyThere != null && nobodyThere,
                    quietMinutes == null ? MailSettings.USUAL_QUIET : Duration.ofMinutes(quietMinutes),
                    language == null ? "en" : language);
        }
    }

    /** The settings as they are. */
    record Settings(
            @JsonInclude List<String> alertTo,
            boolean missedChats,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Absent when there is no alert of it.")
            Long waitMinutes,

            boolean nobodyThere,
            long quietMinutes,
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
            description =
                    "The mail about a missed chat holds what the customer wrote, masked as it is stored. The alerts say how many"
                            + " wait and since when, once for each time it comes to that. For supervisors and above.")
    @APIResponse(responseCode = "200", description = "The settings as they are now.")
    @APIResponse(
            responseCode = "400",
            description = "invalid: an address that is none, more than ten, or a number out of its bounds.")
    @APIResponse(responseCode = "403", description = "not-permitted: for supervisors and above.")
    public Uni<Settings> change(@Valid @NotNull Wanted wanted) {
        var organisation = caller.get().organisationId();
        var settings = wanted.settings();
        return tenancy.inTransaction(organisation, connection -> store.save(connection, organisation, settings))
                .replaceWith(() -> view(settings));
    }

    private Settings view(MailSettings settings) {
        return new Settings(
                settings.alertTo(),
                settings.missedChats(),
                settings.waitLimit().map(Duration::toMinutes).orElse(null),
                settings.nobodyThere(),
                settings.quiet().toMinutes(),
                settings.language(),
                box.isOpen());
    }
}
