package dev.remotesupport.gateway.login;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remotesupport.gateway.account.UserView;
import dev.remotesupport.gateway.account.UserView.OrganisationName;
import dev.remotesupport.gateway.refresh.SignInLife;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is signed in, and until when; that is known of a browser, which sends its refresh cookie. */
record MeView(
        UUID id,
        String name,
        String email,
        String role,
        String kind,
        OrganisationName organisation,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "When it ends unless something is done.")
        Instant idleEndsAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "When it ends in any case.")
        Instant sessionEndsAt) {

    static MeView of(UserView user, Optional<SignInLife.Ends> ends) {
        return new MeView(
                user.id(),
                user.name(),
                user.email(),
                user.role(),
                user.kind(),
                user.organisation(),
                ends.map(SignInLife.Ends::idleEndsAt).orElse(null),
                ends.map(SignInLife.Ends::sessionEndsAt).orElse(null));
    }
}
