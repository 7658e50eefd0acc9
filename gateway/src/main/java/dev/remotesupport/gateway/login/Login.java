package dev.remotesupport.gateway.login;

import static dev.remotesupport.gateway.GatewayProblem.LOGIN_FAILED;

import dev.remotesupport.gateway.account.Account;
import dev.remotesupport.gateway.account.Passwords;
import dev.remotesupport.gateway.refresh.RefreshTokens;
import dev.remotesupport.gateway.refresh.SignedIn;
import dev.remotesupport.gateway.tenancy.EntityTenancy;
import dev.remotesupport.platform.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Signs in with e-mail and password. An unknown e-mail takes as long and is answered the same as a wrong password. */
@ApplicationScoped
class Login {

    private final EntityTenancy tenancy;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final RefreshTokens refreshTokens;
    private final MeterRegistry meters;

    Login(
            EntityTenancy tenancy,
            Passwords passwords,
            LoginThrottle throttle,
            RefreshTokens refreshTokens,
            MeterRegistry meters) {
        this.tenancy = tenancy;
        this.passwords = passwords;
        this.throttle = throttle;
        this.refreshTokens = refreshTokens;
        this.meters = meters;
    }

    Uni<SignedIn> signIn(String email, String password, String address) {
        return attempt(email, password, address).onItemOrFailure().invoke((signedIn, failure) -> count(failure));
    }

    private Uni<SignedIn> attempt(String email, String password, String address) {
        return Uni.createFrom()
                .item(email)
                .invoke(() -> throttle.admit(email, address))
                .chain(this::find)
                .call(found -> prove(password, found))
                .invoke(() -> throttle.forgive(email, address))
                .chain(found -> begin(found.orElseThrow()));
    }

    private void count(Throwable failure) {
        String outcome = switch (failure) {
            case null -> "signed-in";
            case ProblemException refusal -> refusal.kind().code();
            default -> "failed";
        };
        meters.counter("remote_support.logins", "outcome", outcome).increment();
    }

    private Uni<Optional<Account>> find(String email) {
        return tenancy.asSystem(() -> Account.<Account>find("email", Account.normalised(email))
                .firstResult()
                .map(Optional::ofNullable));
    }

    private Uni<Void> prove(String password, Optional<Account> account) {
        return passwords
                .matches(password, account.map(found -> found.passwordHash))
                .invoke(matches -> {
                    if (!matches) {
                        throw LOGIN_FAILED.because("Check both; capital letters count.");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<SignedIn> begin(Account account) {
        return tenancy.asSystem(() -> RefreshTokens.organisationOf(account)
                .call(() -> Account.update("lastLoginAt = ?1 where id = ?2", Instant.now(), account.id))
                .chain(organisation -> refreshTokens.begin(account, organisation)));
    }
}
