package dev.remotesupport.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A day at a support desk: three customers, two who help, one who leads them, and a night without anybody. */
class DayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int FORBIDDEN = 4403;

    private final RunningSuite suite = RunningSuite.shared();

    private Member ada;
    private Member ben;
    private Member lead;

    @BeforeEach
    void comeToWork() {
        endAll();
        var nobody = new Rest(suite.baseUrl(), "").loggedIn(suite.account("team_lead", 0));
        await("until the consoles of other tests are forgotten")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(staff(nobody))
                        .noneMatch(member -> member.get("connected").asBoolean()));
        lead = Member.atWork(suite, suite.account("team_lead", 0));
        lead.says("busy");
        ada = Member.atWork(suite, suite.account("support", 0));
        ben = Member.atWork(suite, suite.account("support", 1));
    }

    @AfterEach
    void endAll() {
        new Rest(suite.baseUrl(), suite.apiKey()).endAllSessions();
    }

    @Test
    void threeCustomersAreHelpedByTwoThroughTransferBreakAndNight() {
        var grace = Visitor.askingForHelp(suite);
        var first = whoIsOffered(grace);
        first.accepts(grace);
        var linus = Visitor.askingForHelp(suite);
        var second = other(first);
        second.accepts(linus); // the less loaded of the two

        transferTakesEverythingAlongAndLeavesNothingBehind(grace, first, second);
        nobodyIsOfferedToWhoIsBusyOrOnABreak(Visitor.askingForHelp(suite), first, second);
        ratingCountsOnce(grace);
        whatIsWrittenAtNightIsAnsweredInTheMorning(linus);
    }

    private void transferTakesEverythingAlongAndLeavesNothingBehind(Visitor customer, Member from, Member to) {
        var before = from.chat(customer);
        say(customer, "My parcel is lost");
        await().atMost(PATIENCE).until(() -> before.messages().size() == 1);

        assertThat(from.transfers(customer, to, "Knows the carrier").status()).isEqualTo(200);

        assertThat(before.closed()).succeedsWithin(PATIENCE).isEqualTo(FORBIDDEN);
        assertThat(from.rest()
                        .get("/api/support/chat/" + customer.sessionId() + "/messages")
                        .status())
                .isEqualTo(403);
        assertThat(messages(to, customer)).containsExactly("My parcel is lost");
        assertThat(to.rest()
                        .get("/api/sessions/" + customer.sessionId() + "/notes")
                        .body()
                        .get("items"))
                .anyMatch(note -> note.get("text").asText().equals("Knows the carrier"));
        assertThat(customer.messages())
                .noneMatch(message -> message.get("text").asText().contains("carrier"));
        assertThat(customer.state()).isEqualTo("active");
    }

    private void nobodyIsOfferedToWhoIsBusyOrOnABreak(Visitor customer, Member idle, Member pausing) {
        await().atMost(PATIENCE)
                .until(() -> idle.isOffered(customer)); // the new session went to the less loaded at once
        lead.says(pausing, "break");
        idle.says("busy"); // which gives the offer back
        var room = customer.signaling().hello();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.received("queue.position"))
                        .last()
                        .satisfies(position -> {
                            assertThat(position.get("position").asInt()).isEqualTo(1);
                            assertThat(position.get("staffAvailable").asBoolean())
                                    .isFalse();
                        }));
        assertThat(customer.state()).isEqualTo("queued");
        assertThat(pausing.isOffered(customer)).isFalse();

        lead.says(pausing, "online");

        pausing.accepts(customer);
    }

    private static void ratingCountsOnce(Visitor customer) {
        var path = "/api/sessions/" + customer.sessionId() + "/rating";
        assertThat(customer.rest()
                        .post(path, Map.of("rating", 5, "comment", "Quick"))
                        .status())
                .isLessThan(300);

        assertThat(customer.rest().post(path, Map.of("rating", 1)).status()).isEqualTo(409);
    }

    private void whatIsWrittenAtNightIsAnsweredInTheMorning(Visitor before) {
        assertThat(before.rest()
                        .post("/api/support/chat/" + before.sessionId() + "/close", Map.of())
                        .status())
                .isEqualTo(200);
        for (var member : new Member[] {ada, ben, lead}) {
            member.says("offline");
            member.leaves();
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(before.rest()
                                .get("/api/desk/open")
                                .body()
                                .get("staffAvailable")
                                .asBoolean())
                        .isFalse());
        var atNight = before.askAgain();
        say(atNight, "Is anybody there?");
        assertThat(atNight.state()).isEqualTo("queued");

        var morning = Member.atWork(suite, suite.account("support", 0));

        morning.accepts(atNight);
        assertThat(messages(morning, atNight)).containsExactly("Is anybody there?");
        morning.leaves();
    }

    private Member whoIsOffered(Visitor customer) {
        await().atMost(PATIENCE).until(() -> ada.isOffered(customer) || ben.isOffered(customer));
        return ada.isOffered(customer) ? ada : ben;
    }

    private Member other(Member member) {
        return member == ada ? ben : ada;
    }

    private static void say(Visitor customer, String text) {
        assertThat(customer.say(text, UUID.randomUUID().toString()).status()).isEqualTo(201);
    }

    private static Iterable<String> messages(Member member, Visitor customer) {
        return items(member.rest().get("/api/support/chat/" + customer.sessionId() + "/messages"))
                .map(message -> message.get("text").asText())
                .toList();
    }

    private static Iterable<JsonNode> staff(Rest rest) {
        return items(rest.get("/api/desk/staff")).toList();
    }

    private static Stream<JsonNode> items(Rest.Answer answer) {
        return StreamSupport.stream(answer.body().get("items").spliterator(), false);
    }
}
