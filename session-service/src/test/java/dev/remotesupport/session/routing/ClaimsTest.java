package dev.remotesupport.session.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.session.lifecycle.Session;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two replicas, eight claimers, thousands who wait, and people who keep touching the same rows. */
class ClaimsTest {

    private static final Duration OFFER = Duration.ofMinutes(20);
    private static final int CLAIMERS = 8;

    private static final String OVER_CAPACITY = """
            SELECT count(*) FROM staff_member AS member
            WHERE (SELECT count(*) FROM session WHERE offered_to = member.id AND channels = '{chat}') > chat_limit
               OR (SELECT count(*) FROM session WHERE offered_to = member.id AND channels = '{call}') > call_limit
            """;
    private static final String LEFT_THOUGH_SOMEBODY_IS_FREE = """
            WITH held AS MATERIALIZED (
              SELECT offered_to, count(*) FILTER (WHERE channels = '{chat}') AS chats, count(*) FILTER (WHERE channels = '{call}') AS calls
              FROM session WHERE state = 'offered' GROUP BY offered_to)
            SELECT count(*) FROM session CROSS JOIN staff_member AS member LEFT JOIN held ON held.offered_to = member.id
            WHERE state = 'queued'
              AND (skill IS NULL OR skill = ANY (member.skills))
              AND (team_id IS NULL OR EXISTS (SELECT FROM team_member WHERE staff_id = member.id AND team_member.team_id = session.team_id))
              AND CASE WHEN channels = '{call}' THEN coalesce(calls, 0) < call_limit ELSE coalesce(chats, 0) < chat_limit END
            """;

    private final Desk desk = new Desk();
    private final UUID team = UUID.randomUUID();

    @AfterEach
    void close() {
        desk.close();
    }

    /** One call of a claimer and what it got, by the clock of this process. */
    private record Claim(UUID staff, Session session, long began, long ended) {

        long number() {
            return session.number();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void noneIsClaimedTwiceNoneOvertakenNoneLeftAndNobodyHasTooMany(long seed) throws InterruptedException {
        var members = desk.members(30, 60, 10, team);
        desk.waiting(2_000, team);

        var claims = claimAll(members, seed);

        assertThat(claims).extracting(Claim::number).doesNotHaveDuplicates();
        assertThat(desk.sql("SELECT count(*) FROM outbox WHERE type = 'SessionOffered'"))
                .isEqualTo(claims.size());
        assertThat(overtaken(claims)).isEmpty();
        assertThat(desk.sql(OVER_CAPACITY)).isZero();
        assertThat(desk.sql(LEFT_THOUGH_SOMEBODY_IS_FREE)).isZero();
    }

    @Test
    void whatIsLeftIsLeftBecauseNobodyHasRoom() throws InterruptedException {
        var members = desk.members(9, 5, 2, team);
        desk.waiting(2_000, team);

        var claims = claimAll(members, 4);

        // Calls wait for the team, which is every third.
        assertThat(claims).extracting(Claim::number).hasSize(9 * 5 + 3 * 2);
        assertThat(desk.sql(OVER_CAPACITY)).isZero();
        assertThat(desk.sql(LEFT_THOUGH_SOMEBODY_IS_FREE)).isZero();
    }

    @Test
    void oneMemberIsNotGivenTooManyByClaimersWhoComeAtOnce() throws InterruptedException {
        var member = desk.members(1, 5, 2, team).getFirst();
        desk.waiting(200, team);

        var claims = claimAll(Collections.nCopies(CLAIMERS, member), 5);

        assertThat(claims).extracting(Claim::number).hasSize(7);
    }

    @Test
    void aRowThatSomebodyElseHoldsIsWaitedForAndNotPassedOver() throws Exception {
        var member = desk.members(1, 5, 2, team).getFirst();
        desk.waiting(3, team);
        try (var somebody = desk.connect();
                var sql = somebody.createStatement()) {
            somebody.setAutoCommit(false);
            sql.execute("UPDATE session SET machine_name = 'FRONT-DESK-02' WHERE number = 1");

            var claim = desk.replica()
                    .next(desk.organisation, member, OFFER)
                    .subscribeAsCompletionStage()
                    .toCompletableFuture();
            Thread.sleep(300);
            assertThat(claim).isNotDone();
            somebody.commit();

            assertThat(claim.join().map(Session::number)).contains(1L);
        }
    }

    @Test
    void whatSomebodyPicksUpByHandMeanwhileIsLeftToThem() throws Exception {
        var member = desk.members(1, 5, 2, team).getFirst();
        desk.waiting(3, team);
        try (var somebody = desk.connect();
                var sql = somebody.createStatement()) {
            somebody.setAutoCommit(false);
            sql.execute("UPDATE session SET state = 'active', version = version + 1, staff_id = gen_random_uuid(), "
                    + "staff_name = 'Bob', connected_at = clock_timestamp() WHERE number = 1");

            var claim = desk.replica()
                    .next(desk.organisation, member, OFFER)
                    .subscribeAsCompletionStage()
                    .toCompletableFuture();
            Thread.sleep(300);
            somebody.commit();

            assertThat(claim.join().map(Session::number)).contains(2L);
        }
    }

    @Test
    void whoIsNotAvailableIsOfferedNothing() {
        var member = desk.members(1, 5, 2, team).getFirst();
        desk.waiting(3, team);
        for (var not : List.of("'break', true", "'busy', true", "'offline', true", "'online', false")) {
            desk.sql("UPDATE staff_member SET (availability, connected) = (" + not + ")");

            assertThat(next(desk.replica(), member)).isEmpty();
        }
    }

    @Test
    void whoDeclinedIsNotAskedAgainForAWhile() {
        var member = desk.members(1, 5, 2, team).getFirst();
        desk.waiting(2, team);
        desk.sql("INSERT INTO session_refusal (session_id, staff_id, organisation_id) "
                + "SELECT id, '%s', organisation_id FROM session WHERE number = 1".formatted(member));

        assertThat(next(desk.replica(), member).map(Session::number)).contains(2L);
        assertThat(next(desk.replica(), member)).isEmpty();
        desk.sql("UPDATE session_refusal SET refused_at = refused_at - interval '61 seconds'");
        assertThat(next(desk.replica(), member).map(Session::number)).contains(1L);
    }

    @Test
    void whoseCustomerHasLeftKeepsThePlaceAndIsNotOffered() {
        var member = desk.members(1, 5, 2, team).getFirst();
        desk.waiting(2, team);
        desk.sql(
                "UPDATE session SET customer_seen = true, absent_since = now() - interval '21 seconds' WHERE number = 1");

        assertThat(next(desk.replica(), member).map(Session::number)).contains(2L);
        desk.sql("UPDATE session SET absent_since = NULL WHERE number = 1");
        assertThat(next(desk.replica(), member).map(Session::number)).contains(1L);
    }

    @Test
    void anOfferSaysToWhomAndUntilWhen() {
        var member = desk.members(1, 5, 2, team).getFirst();
        desk.waiting(1, team);

        var offer = next(desk.replica(), member).orElseThrow().routing().offer().orElseThrow();

        assertThat(offer.staffId()).isEqualTo(member);
        assertThat(offer.expiresAt())
                .isBetween(Instant.now().plusSeconds(1_190), Instant.now().plusSeconds(1_210));
    }

    /** Each claimer goes on until a whole round has found nothing for anybody. */
    private List<Claim> claimAll(List<UUID> members, long seed) throws InterruptedException {
        var replicas = List.of(desk.replica(), desk.replica());
        var claims = new ConcurrentLinkedQueue<Claim>();
        var done = new CountDownLatch(CLAIMERS);
        var over = new AtomicBoolean();
        var toucher = Thread.ofPlatform().start(() -> touchRows(over, new Random(seed)));
        for (var claimer = 0; claimer < CLAIMERS; claimer++) {
            var replica = replicas.get(claimer % 2);
            var random = new Random(seed * CLAIMERS + claimer);
            Thread.ofPlatform().start(() -> {
                try {
                    claim(replica, members, random, claims);
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        over.set(true);
        toucher.join();
        return List.copyOf(claims);
    }

    private void claim(Claims replica, List<UUID> members, Random random, Collection<Claim> claims) {
        var order = new ArrayList<>(members);
        boolean found;
        do {
            found = false;
            Collections.shuffle(order, random);
            for (var staff : order) {
                var began = System.nanoTime();
                var session = next(replica, staff);
                var ended = System.nanoTime();
                session.ifPresent(got -> claims.add(new Claim(staff, got, began, ended)));
                found |= session.isPresent();
            }
        } while (found);
    }

    /** As the presence of customers and the notes of colleagues do: short, and on the oldest most of all. */
    private void touchRows(AtomicBoolean over, Random random) {
        try (var connection = desk.connect();
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            while (!over.get()) {
                sql.execute("UPDATE session SET machine_name = 'M' WHERE id = "
                        + "(SELECT id FROM session WHERE state = 'queued' ORDER BY number LIMIT 1 OFFSET %d)"
                                .formatted(random.nextInt(3)));
                Thread.sleep(random.nextInt(4));
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A claim overtakes when it was over before the call began that took an older session which its member might have had. */
    private List<String> overtaken(List<Claim> claims) {
        var inTeam = desk.ids("SELECT staff_id FROM team_member");
        var dutch = desk.ids("SELECT id FROM staff_member WHERE 'dutch' = ANY (skills)");
        var byNumber = claims.stream().collect(Collectors.toMap(Claim::number, Function.identity()));
        return claims.stream()
                .flatMap(claim -> LongStream.range(1, claim.number())
                        .mapToObj(number -> Optional.ofNullable(byNumber.get(number)))
                        .flatMap(Optional::stream)
                        .filter(older -> older.began() > claim.ended())
                        .filter(older -> older.session().routing().team().isEmpty() || inTeam.contains(claim.staff()))
                        .filter(older -> older.session().routing().skill().isEmpty() || dutch.contains(claim.staff()))
                        .filter(older -> older.session()
                                .channels()
                                .equals(claim.session().channels()))
                        .map(older -> claim.number() + " overtook " + older.number()))
                .toList();
    }

    private Optional<Session> next(Claims replica, UUID staff) {
        return replica.next(desk.organisation, staff, OFFER).await().atMost(Duration.ofSeconds(30));
    }
}
