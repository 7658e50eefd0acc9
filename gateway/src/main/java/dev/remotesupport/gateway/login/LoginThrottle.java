package dev.remotesupport.gateway.login;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.remotesupport.gateway.GatewayConfig;
import dev.remotesupport.gateway.GatewayProblem;
import dev.remotesupport.gateway.account.Account;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Slows guessing down: few attempts for one account from one address, more for one address. The account alone is not
 * counted, or anybody could lock anybody out.
 */
@ApplicationScoped
public class LoginThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int ONE_ACCOUNT = 10;
    private static final long KEPT = 100_000;

    private final LoadingCache<String, Bucket> byAddress;
    private final LoadingCache<String, Bucket> byAccountAndAddress;

    @Inject
    LoginThrottle(GatewayConfig config) {
        this(config.limits().loginsPerMinute());
    }

    LoginThrottle(int loginsPerMinute) {
        byAddress = buckets(loginsPerMinute);
        byAccountAndAddress = buckets(Math.max(1, loginsPerMinute / ONE_ACCOUNT));
    }

    /** Fails with 429 {@code login-throttled} when there were too many attempts; asked before any password is hashed. */
    public void admit(String email, String address) {
        var both = byAddress.get(address).tryConsume(1)
                && byAccountAndAddress.get(key(email, address)).tryConsume(1);
        if (!both) {
            throw GatewayProblem.LOGIN_THROTTLED.because("Wait a minute, then try again.");
        }
    }

    /** Who has proved the password starts afresh. */
    public void forgive(String email, String address) {
        byAccountAndAddress.invalidate(key(email, address));
        byAddress.get(address).addTokens(1);
    }

    private static String key(String email, String address) {
        return Account.normalised(email) + " " + address;
    }

    private static LoadingCache<String, Bucket> buckets(int perWindow) {
        return Caffeine.newBuilder()
                .maximumSize(KEPT)
                .expireAfterAccess(WINDOW.multipliedBy(2))
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perWindow).refillGreedy(perWindow, WINDOW))
                        .build());
    }
}
