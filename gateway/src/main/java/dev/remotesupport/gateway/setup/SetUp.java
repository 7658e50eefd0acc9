package dev.remotesupport.gateway.setup;

import static dev.remotesupport.gateway.GatewayProblem.EMAIL_TAKEN;
import static dev.remotesupport.gateway.GatewayProblem.SETUP_CLOSED;
import static dev.remotesupport.gateway.GatewayProblem.SETUP_TOKEN;

import dev.remotesupport.gateway.GatewayConfig;
import dev.remotesupport.gateway.account.Account;
import dev.remotesupport.gateway.account.NewAccount;
import dev.remotesupport.gateway.account.Passwords;
import dev.remotesupport.gateway.account.UserView;
import dev.remotesupport.gateway.secret.RandomSecret;
import dev.remotesupport.gateway.tenancy.Constraints;
import dev.remotesupport.gateway.tenancy.EntityTenancy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Makes the first operator, once. */
@ApplicationScoped
class SetUp {

    private final EntityTenancy tenancy;
    private final Passwords passwords;
    private final Optional<byte[]> token;

    SetUp(EntityTenancy tenancy, Passwords passwords, GatewayConfig config) {
        this.tenancy = tenancy;
        this.passwords = passwords;
        this.token = config.setupToken().filter(text -> !text.isBlank()).map(RandomSecret::hash);
    }

    Uni<Boolean> isOpen() {
        if (token.isEmpty()) {
            return Uni.createFrom().item(false);
        }
        return tenancy.asSystem(() -> Installation.count().map(count -> count == 0));
    }

    Uni<UserView> makeOperator(String given, NewAccount operator) {
        return isOpen().invoke(open -> admit(open, given))
                .chain(() -> passwords.hash(operator.password()))
                .chain(hash -> tenancy.asSystem(() -> Installation.now()
                        .persistAndFlush()
                        .chain(() -> Account.operator(operator.email(), operator.name(), hash)
                                .<Account>persist())))
                .map(made -> UserView.of(made, Optional.empty()))
                // Two at once: the table has room for one.
                .onFailure(Constraints.violated("installation_pkey"))
                .transform(failure -> SETUP_CLOSED.because("Set-up has happened already."))
                .onFailure(Constraints.violated("account_email_key"))
                .transform(failure -> EMAIL_TAKEN.because("Choose another e-mail address."));
    }

    private void admit(boolean open, String given) {
        if (!open) {
            throw SETUP_CLOSED.because("It has happened already, or the gateway was given no set-up token.");
        }
        if (!RandomSecret.matches(given, token.orElseThrow())) {
            throw SETUP_TOKEN.because("Use the value of REMOTE_SUPPORT_SETUP_TOKEN.");
        }
    }
}
