package dev.remotesupport.gateway.refresh;

import dev.remotesupport.gateway.tenancy.EntityTenancy;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Ends sign-ins whose time is over, whether their browser asks or was closed long ago, and tells the log for audits. */
@ApplicationScoped
class SignInTimeouts {

    private static final Logger LOG = Logger.getLogger(SignInTimeouts.class);
    private static final int AT_ONCE = 500;

    /** Still open, and either begun too long ago or without anybody who did something in any tab. */
    private static final String TIMED_OUT = """
            from RefreshToken t where t.revoked = false and t.usedAt is null and (t.beganAt <= ?1
              or not exists (select 1 from RefreshToken o where o.family = t.family and o.activeAt > ?2))""";

    private final EntityTenancy tenancy;
    private final MeterRegistry meters;
    private final SignInLife life;

    SignInTimeouts(EntityTenancy tenancy, MeterRegistry meters, SignInLife life) {
        this.tenancy = tenancy;
        this.meters = meters;
        this.life = life;
    }

    @Scheduled(every = "1m", delayed = "1m")
    Uni<Void> sweep() {
        return endAll().replaceWithVoid();
    }

    /** How many tokens it ended; each is locked first, so that of several replicas one tells. */
    Uni<Integer> endAll() {
        return tenancy.asSystem(() -> {
            var now = Instant.now();
            return RefreshToken.<RefreshToken>find(TIMED_OUT, now.minus(life.whole()), now.minus(life.idle()))
                    .page(0, AT_ONCE)
                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                    .list()
                    .invoke(tokens -> end(tokens, now))
                    .map(List::size);
        });
    }

    private void end(List<RefreshToken> tokens, Instant now) {
        tokens.forEach(token -> {
            token.revoked = true;
            tell(token, now.isBefore(token.beganAt.plus(life.whole())) ? "idle" : "life");
        });
    }

    /** @param reason {@code idle} or {@code life} */
    void tell(RefreshToken token, String reason) {
        LOG.infof("staff session timed out reason=%s accountId=%s family=%s", reason, token.accountId, token.family);
        meters.counter("remote_support.sign_ins.timed_out", "reason", reason).increment();
    }
}
