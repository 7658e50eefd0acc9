package dev.remotesupport.gateway.setup;

import dev.remotesupport.contracts.Limits;
import dev.remotesupport.gateway.account.NewAccount;
import dev.remotesupport.gateway.account.UserView;
import dev.remotesupport.gateway.login.LoginThrottle;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The first start of an installation. */
@Path("/api/setup")
@PermitAll
@Tag(name = "Set-up")
class SetupResource {

    /** The first operator, and the token that proves the right to make one. */
    record FirstOperator(
            @NotBlank @Size(max = 200) String setupToken,
            @NotBlank @Email @Size(max = 254) String email,

            @NotNull @Size(min = NewAccount.PASSWORD_MIN, max = NewAccount.PASSWORD_MAX)
            String password,

            @NotBlank @Size(max = Limits.NAME) String name) {

        NewAccount account() {
            return new NewAccount(email, name, password);
        }
    }

    /** Whether set-up waits for its operator. */
    record SetupState(boolean open) {}

    private final SetUp setUp;
    private final LoginThrottle throttle;

    SetupResource(SetUp setUp, LoginThrottle throttle) {
        this.setUp = setUp;
        this.throttle = throttle;
    }

    @GET
    @Operation(summary = "Whether set-up is open")
    public Uni<SetupState> state() {
        return setUp.isOpen().map(SetupState::new);
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Makes the first operator; closes for ever")
    public Uni<UserView> makeOperator(@NotNull @Valid FirstOperator body, @Context HttpServerRequest request) {
        throttle.admit(body.email(), request.remoteAddress().hostAddress());
        return setUp.makeOperator(body.setupToken(), body.account());
    }
}
