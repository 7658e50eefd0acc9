package dev.remotesupport.signaling.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.platform.outbox.Outbox;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.platform.tenancy.Transactions;
import dev.remotesupport.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LeaseStoreTest {

    private static final TestDatabase DATABASE =
            TestDatabase.create("signaling", "classpath:db/platform", "classpath:db/migration");
    private static final Duration LASTS = Duration.ofMillis(400);

    private final Tenancy tenancy = new Tenancy(new Transactions(DATABASE.pool(), new Outbox()), DATABASE.service());
    private final AtomicLong pause = new AtomicLong();
    private final LeaseStore one = new LeaseStore(tenancy, "one:1", LASTS, () -> System.nanoTime() + pause.get());
    private final LeaseStore two = new LeaseStore(tenancy, "two:2", LASTS, System::nanoTime);
    private final UUID organisation = UUID.randomUUID();
    private final UUID session = UUID.randomUUID();

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void secondReplicaIsToldWhoOwnsTheRoom() {
        Lease lease = taken(one);

        Claim claim = claim(two);

        assertThat(claim).isEqualTo(new Claim.Elsewhere("one:1"));
        assertThat(lease.isHeld()).isTrue();
        assertThat(lease.epoch()).isOne();
    }

    @Test
    void roomOfADeadOwnerIsTakenWhenTheLeaseHasRunOut() throws InterruptedException {
        Lease dead = taken(one);
        Thread.sleep(LASTS.plusMillis(50).toMillis());

        Lease next = taken(two);

        assertThat(next.epoch()).isEqualTo(2);
        assertThat(dead.isHeld()).isFalse();
    }

    @Test
    void renewedLeaseLastsOn() throws InterruptedException {
        Lease lease = taken(one);
        for (int i = 0; i < 4; i++) {
            Thread.sleep(LASTS.dividedBy(2).toMillis());
            one.renew(List.of(lease)).await().indefinitely();
        }

        Claim claim = claim(two);

        assertThat(claim).isInstanceOf(Claim.Elsewhere.class);
        assertThat(lease.isHeld()).isTrue();
    }

    @Test
    void pausedOwnerKnowsItLostTheRoomBeforeAnotherHasIt() throws InterruptedException {
        Lease paused = taken(one);
        pause.set(LASTS.toNanos());

        assertThat(paused.isHeld()).isFalse();
        assertThat(claim(two)).isInstanceOf(Claim.Elsewhere.class);
        Thread.sleep(LASTS.plusMillis(50).toMillis());
        assertThat(taken(two).epoch()).isEqualTo(2);
    }

    @Test
    void wokenOwnerCannotRenewWhatAnotherTook() throws InterruptedException {
        Lease paused = taken(one);
        Thread.sleep(LASTS.plusMillis(50).toMillis());
        Lease next = taken(two);

        one.renew(List.of(paused)).await().indefinitely();

        assertThat(paused.isHeld()).isFalse();
        two.renew(List.of(next)).await().indefinitely();
        assertThat(next.isHeld()).isTrue();
    }

    @Test
    void roomThatIsGivenBackIsFreeAtOnceUnderANewEpoch() {
        Lease lease = taken(one);

        one.giveBack(lease).await().indefinitely();

        assertThat(lease.isHeld()).isFalse();
        assertThat(taken(two).epoch()).isEqualTo(2);
    }

    @Test
    void lateGivingBackDoesNotTakeTheRoomFromItsNextOwner() throws InterruptedException {
        Lease late = taken(one);
        Thread.sleep(LASTS.plusMillis(50).toMillis());
        Lease next = taken(two);

        one.giveBack(late).await().indefinitely();

        assertThat(claim(one)).isEqualTo(new Claim.Elsewhere("two:2"));
        assertThat(next.isHeld()).isTrue();
    }

    @Test
    void restartedReplicaOfTheSameAddressNeedNotWait() {
        Lease before = taken(one);

        Lease after = taken(one);

        assertThat(after.epoch()).isEqualTo(before.epoch() + 1);
    }

    private Lease taken(LeaseStore by) {
        return ((Claim.Taken) claim(by)).lease();
    }

    private Claim claim(LeaseStore by) {
        return by.take(organisation, session).await().indefinitely();
    }
}
