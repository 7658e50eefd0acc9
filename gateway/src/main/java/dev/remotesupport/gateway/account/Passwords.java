package dev.remotesupport.gateway.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.remotesupport.gateway.GatewayConfig;
import dev.remotesupport.gateway.GatewayProblem;
import dev.remotesupport.gateway.secret.RandomSecret;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/**
 * Argon2id in a lane of its own: a few threads, a few places to wait, and 503 beyond, so that a flood of log-ins costs
 * neither the proxy nor the memory.
 */
@ApplicationScoped
public class Passwords {

    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;

    private final Argon2Function function;
    private final WorkerExecutor lane;
    private final Semaphore places;
    private final String nobodysHash;

    @Inject
    Passwords(GatewayConfig config, Vertx vertx) {
        var cost = config.passwords();
        function = Argon2Function.getInstance(cost.memory(), cost.iterations(), 1, HASH_BYTES, Argon2.ID);
        lane = vertx.createSharedWorkerExecutor("passwords", cost.threads());
        places = new Semaphore(cost.threads() + cost.waiting());
        nobodysHash = hashNow(RandomSecret.create());
    }

    /** At the start rather than at the first log-in, which would pay for the first hash. */
    void start(@Observes StartupEvent event) {}

    /** Fails with 503 {@code passwords-busy} when the lane is full. */
    public Uni<String> hash(String password) {
        return inLane(() -> hashNow(password));
    }

    /** Takes as long for nobody as for somebody, so that the time does not tell whether an account exists. */
    public Uni<Boolean> matches(String password, Optional<String> hash) {
        return inLane(() -> checkNow(password, hash.orElse(nobodysHash)) && hash.isPresent());
    }

    private <T> Uni<T> inLane(Callable<T> work) {
        return Uni.createFrom().deferred(() -> {
            if (!places.tryAcquire()) {
                return Uni.createFrom().failure(GatewayProblem.PASSWORDS_BUSY.because("Try again in a few seconds."));
            }
            return lane.executeBlocking(work, false).eventually(() -> places.release());
        });
    }

    private String hashNow(String password) {
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(function).getResult();
    }

    private static boolean checkNow(String password, String hash) {
        return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    }
}
