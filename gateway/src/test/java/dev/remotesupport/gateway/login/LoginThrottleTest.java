package dev.remotesupport.gateway.login;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remotesupport.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private static final int LOGINS_PER_MINUTE = 30;
    private static final int OF_ONE_ACCOUNT = 3;

    private final LoginThrottle throttle = new LoginThrottle(LOGINS_PER_MINUTE);

    @Test
    void guessingAtOneAccountIsSlowedDownHoweverItIsSpelled() {
        for (int attempt = 0; attempt < OF_ONE_ACCOUNT; attempt++) {
            throttle.admit("ada@example.com", "10.0.0.1");
        }

        assertThatThrownBy(() -> throttle.admit(" Ada@Example.com", "10.0.0.1")).isInstanceOf(ProblemException.class);
    }

    @Test
    void nobodyLocksSomebodyElseOut() {
        for (int attempt = 0; attempt < OF_ONE_ACCOUNT; attempt++) {
            throttle.admit("ada@example.com", "10.0.0.1");
        }

        assertThatNoException().isThrownBy(() -> throttle.admit("ada@example.com", "10.0.0.2"));
    }

    @Test
    void guessingAtManyAccountsIsSlowedDownToo() {
        for (int attempt = 0; attempt < LOGINS_PER_MINUTE; attempt++) {
            throttle.admit("person-" + attempt + "@example.com", "10.0.0.1");
        }

        assertThatThrownBy(() -> throttle.admit("ada@example.com", "10.0.0.1")).isInstanceOf(ProblemException.class);
    }

    @Test
    void provenPasswordBeginsAfresh() {
        for (int login = 0; login < 2 * LOGINS_PER_MINUTE; login++) {
            throttle.admit("ada@example.com", "10.0.0.1");
            throttle.forgive("ada@example.com", "10.0.0.1");
        }
    }
}
