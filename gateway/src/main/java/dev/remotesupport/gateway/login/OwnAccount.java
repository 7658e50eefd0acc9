package dev.remotesupport.gateway.login;

import static dev.remotesupport.gateway.GatewayProblem.LOGIN_FAILED;
import static dev.remotesupport.gateway.GatewayProblem.SIGNED_OUT;

import dev.remotesupport.gateway.account.Account;
import dev.remotesupport.gateway.account.Passwords;
import dev.remotesupport.gateway.account.UserView;
import dev.remotesupport.gateway.organisation.Organisation;
import dev.remotesupport.gateway.refresh.RefreshTokens;
import dev.remotesupport.gateway.revocation.Revocations;
import dev.remotesupport.gateway.tenancy.EntityTenancy;
import dev.remotesupport.platform.caller.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What people see and change of their own account. */
@ApplicationScoped
class OwnAccount {

    private final EntityTenancy tenancy;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final Revocations revocations;

    OwnAccount(EntityTenancy tenancy, Passwords passwords, LoginThrottle throttle, Revocations revocations) {
        this.tenancy = tenancy;
        this.passwords = passwords;
        this.throttle = throttle;
        this.revocations = revocations;
    }

    Uni<UserView> view(Caller caller) {
        return tenancy.asSystem(() -> find(caller)
                .chain(account -> RefreshTokens.organisationOf(account)
                        .map(organisation -> UserView.of(account, organisation.map(Organisation::named)))));
    }

    /** From the answer on, older tokens are refused. Fails with 401 {@code login-failed} when the old password is wrong; throttled as a log-in is. */
    Uni<Void> changePassword(Caller caller, String current, String wanted, String address) {
        throttle.admit(caller.id(), address);
        return tenancy.asSystem(() -> find(caller))
                .chain(account -> passwords.matches(current, Optional.of(account.passwordHash)))
                .invoke(matches -> {
                    if (!matches) {
                        throw LOGIN_FAILED.because("The current password is wrong.");
                    }
                })
                .chain(() -> passwords.hash(wanted))
                .chain(hash -> tenancy.asSystem(() -> find(caller).invoke(account -> account.changePassword(hash))))
                .invoke(() -> throttle.forgive(caller.id(), address))
                .chain(revocations::look);
    }

    private static Uni<Account> find(Caller caller) {
        return Account.<Account>findById(UUID.fromString(caller.id()))
                .onItem()
                .ifNull()
                .failWith(() -> SIGNED_OUT.because("Your account is gone."));
    }
}
