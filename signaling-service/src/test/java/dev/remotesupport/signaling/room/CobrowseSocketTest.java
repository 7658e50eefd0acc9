package dev.remotesupport.signaling.room;

import static dev.remotesupport.signaling.TestSession.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remotesupport.signaling.SessionServiceStandIn;
import dev.remotesupport.signaling.TestSocket;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
class CobrowseSocketTest extends WatchedTab {

    static final String ASSET =
            "{'type':'cobrowse.asset','hash':'9f86d081884c7d659a2feaa0c55ad015','mime':'image/png','data':'AAAA'}";

    @Test
    void lateTechnicianGetsThePictureAtOnce() {
        customer.send(recorded(1, true, "page"))
                .send(recorded(2, false, "change"))
                .settle();
        TestSocket late = lead(UUID.randomUUID());

        late.send("{'type':'cobrowse.watch','participant':'%s'}".formatted(session.tab));

        late.await("cobrowse.events", frame -> frame.path("sequence").asInt() == 2);
        assertThat(sequences(late)).containsExactly(1, 2);
        assertThat(late.all("cobrowse.events").get(0).path("keyframe").asBoolean())
                .isTrue();
        assertThat(customer.settle().all("cobrowse.refresh")).isEmpty();
    }

    @Test
    void customerWhoComesBackAfterTheTimeToReturnIsSeenAgainUnderTheSameGrant() {
        customer.send(recorded(1, true, "before")).settle();
        customer.kill();
        technician.await("participant.left");

        customer = session.customer();
        session.watch(technician, customer);
        customer.send(recorded(1, true, "after"));

        technician.await("cobrowse.events", frame -> frame.toString().contains("after"));
        assertThat(customer.settle().all("grant.requested")).isEmpty();
    }

    @Test
    void assetsReachThoseWhoWatchAndThoseWhoComeLate() {
        customer.send(recorded(1, true, "page")).send(ASSET);
        technician.await("cobrowse.asset");
        TestSocket late = lead(UUID.randomUUID());

        late.send("{'type':'cobrowse.watch','participant':'%s'}".formatted(session.tab));

        var asset = late.await("cobrowse.asset");
        assertThat(asset.path("participant").asText()).isEqualTo(session.tab.toString());
        assertThat(asset.path("data").asText()).isEqualTo("AAAA");
    }

    @Test
    void assetsOfThePageBeforeAreForgotten() {
        customer.send(recorded(1, true, "page")).send(ASSET);
        technician.await("cobrowse.asset");
        customer.close();
        TestSocket reloaded = session.customer();
        reloaded.send(recorded(1, true, "next page")).settle();
        TestSocket late = lead(UUID.randomUUID());

        late.send("{'type':'cobrowse.watch','participant':'%s'}".formatted(session.tab));

        late.await("cobrowse.events");
        assertThat(late.settle().all("cobrowse.asset")).isEmpty();
    }

    @Test
    void partOfAPageIsAskedForByItsNode() {
        customer.send(recorded(1, true, "page")).settle();

        technician.send("{'type':'cobrowse.refresh','participant':'%s','node':17}".formatted(session.tab));

        assertThat(customer.await("cobrowse.refresh").path("node").asInt()).isEqualTo(17);
    }

    @Test
    void technicianWhoComesBackGetsOnlyWhatItMissed() {
        customer.send(recorded(1, true, "page")).send(recorded(2, false, "a"));
        technician.await("cobrowse.events", frame -> frame.path("sequence").asInt() == 2);
        long epoch = technician.await("welcome").path("epoch").asLong();
        technician.kill();
        customer.send(recorded(3, false, "b")).settle();

        TestSocket again = session.socket(session.technicianToken());
        again.send("{'type':'hello','protocol':1,'resume':{'epoch':%d,'streams':[{'participant':'%s','sequence':2}]}}"
                .formatted(epoch, session.tab));

        again.await("cobrowse.events");
        customer.send(recorded(4, false, "c"));
        again.await("cobrowse.events", frame -> frame.path("sequence").asInt() == 4);
        assertThat(sequences(again)).containsExactly(3, 4);
    }

    @Test
    void resumeOfAnotherEpochStartsAfresh() {
        customer.send(recorded(1, true, "page")).send(recorded(2, false, "a"));
        technician.await("cobrowse.events", frame -> frame.path("sequence").asInt() == 2);
        technician.kill();

        TestSocket again = session.socket(session.technicianToken());
        again.send("{'type':'hello','protocol':1,'resume':{'epoch':7777,'streams':[{'participant':'%s','sequence':2}]}}"
                .formatted(session.tab));

        again.await("cobrowse.events", frame -> frame.path("sequence").asInt() == 2);
        assertThat(sequences(again)).containsExactly(1, 2);
    }

    @Test
    void reloadedPageIsTheSameParticipantAndGoesOn() {
        customer.send(recorded(1, true, "page")).settle();
        customer.close();
        technician.await(
                "cobrowse.paused", frame -> frame.path("reason").asText().equals("disconnected"));

        TestSocket reloaded = session.socket(session.customerToken());
        reloaded.send(
                "{'type':'hello','protocol':1,'page':{'url':'https://shop.example/2','title':'Two','visible':true}}");

        var welcome = reloaded.await("welcome");
        assertThat(welcome.path("grants")).hasSize(2);
        assertThat(reloaded.await("cobrowse.watched").path("watchers").asInt()).isOne();
        reloaded.send(recorded(1, true, "new page"));
        technician.await("cobrowse.events", frame -> frame.path("sequence").asInt() == 2);
        assertThat(technician.all("participant.left")).isEmpty();
        assertThat(technician.all("participant.joined")).isEmpty();
        var changed = technician.await(
                "participant.changed",
                frame -> frame.at("/participant/page/title").asText().equals("Two"));
        assertThat(changed.at("/participant/id").asText()).isEqualTo(session.tab.toString());
    }

    @Test
    void newerConnectionOfTheSameParticipantTakesOver() {
        TestSocket newer = session.socket(session.customerToken()).hello();

        assertThat(customer.closeCode()).isEqualTo(4409);
        newer.send(recorded(1, true, "page"));
        technician.await("cobrowse.events");
    }

    @Test
    void duplicatedTabIsAParticipantOfItsOwnAndReplacesNobody() {
        var duplicate = TestTokens.participant(session.visitor, session.id, UUID.randomUUID(), "customer", "tab-2");

        TestSocket other = session.socket(duplicate).hello();

        assertThat(other.await("welcome").path("participants")).hasSize(3);
        assertThat(customer.settle().isOpen()).isTrue();
        technician.await("participant.joined");
        other.send(recorded(1, true, "not watched"));
        assertThat(other.settle().isOpen()).isTrue();
        assertThat(technician.settle().all("cobrowse.events")).isEmpty();
    }

    @Test
    void wrongSequenceClosesTheTab() {
        customer.send(recorded(1, true, "page"));

        customer.send(recorded(3, false, "gap"));

        assertThat(customer.closeCode()).isEqualTo(4422);
        assertThat(customer.await("problem").path("code").asText()).isEqualTo("out-of-sequence");
    }

    @Test
    void recordingWithoutKeyframeIsAskedForOne() {
        customer.send(recorded(1, false, "change without picture"));

        customer.await("cobrowse.refresh");

        assertThat(technician.settle().all("cobrowse.events")).isEmpty();
    }

    @Test
    void largeSnapshotsPass() {
        String page = "x".repeat(4 * 1024 * 1024);

        customer.send(recorded(1, true, page));

        var shown = technician.await("cobrowse.events");
        assertThat(shown.at("/events/0/data").asText()).hasSize(page.length());
    }

    @Test
    void revokedViewStopsThePageAndForgetsIt() {
        customer.send(recorded(1, true, "page"));
        technician.await("cobrowse.events");
        customer.send("{'type':'grant.revoke','capability':'view'}");
        technician.await(
                "cobrowse.paused", frame -> frame.path("reason").asText().equals("not_granted"));

        customer.send(recorded(2, true, "secret")).settle();

        TestSocket late = lead(UUID.randomUUID());
        late.send("{'type':'cobrowse.watch','participant':'%s'}".formatted(session.tab));
        late.await("cobrowse.paused");
        assertThat(late.settle().all("cobrowse.events")).isEmpty();
        assertThat(sequences(technician)).containsExactly(1);
        assertThat(customer.isOpen()).isTrue();
    }

    @Test
    void pictureStandsStillWhileTheLineOfItsTabIsSilentAndGoesOnWhenItIsHeardAgain() {
        customer.send(recorded(1, true, "page")).send(recorded(2, false, "change"));
        technician.await("cobrowse.events", frame -> frame.path("sequence").asInt() == 2);

        customer.fallSilent();
        technician.await(
                "cobrowse.paused", frame -> frame.path("reason").asText().equals("disconnected"));
        technician.forget();
        customer.wakeUp();

        technician.await("cobrowse.events", frame -> frame.path("sequence").asInt() == 2);
        assertThat(technician.all("participant.left")).isEmpty();
        assertThat(customer.settle().all("cobrowse.refresh")).isEmpty();
    }

    @Test
    void inputForATabThatIsSilentIsNeverCarriedOutLate() {
        customer.send(recorded(1, true, "page"));
        technician.await("cobrowse.events");
        customer.fallSilent();
        technician.await("cobrowse.paused");

        technician.send(session.click(UUID.randomUUID()));

        assertThat(technician.await("control.result").path("outcome").asText()).isEqualTo("missing");
        customer.wakeUp();
        assertThat(customer.settle().all("control.click")).isEmpty();
    }

    @Test
    void whoComesWhileTheTabIsAwayGetsTheLastPictureAsPaused() {
        customer.send(recorded(1, true, "page"));
        technician.await("cobrowse.events");
        TestSocket late = lead(UUID.randomUUID());
        customer.kill();
        technician.await("cobrowse.paused");

        late.send("{'type':'cobrowse.watch','participant':'%s'}".formatted(session.tab));

        assertThat(late.await("cobrowse.paused").path("reason").asText()).isEqualTo("disconnected");
        assertThat(sequences(late)).containsExactly(1);
    }

    @Test
    void pageWhoseViewWasTakenBackStaysHiddenWhenItsTabGoes() {
        customer.send(recorded(1, true, "page"));
        technician.await("cobrowse.events");
        customer.send("{'type':'grant.revoke','capability':'view'}");
        technician.await("cobrowse.paused");
        technician.forget();

        customer.kill();

        assertThat(technician.await("cobrowse.paused").path("reason").asText()).isEqualTo("not_granted");
    }

    @Test
    void pointersGoBothWaysBetweenTabAndWatcher() {
        customer.send("{'type':'pointer.move','participant':'%s','x':3,'y':4}".formatted(session.tab));
        technician.send("{'type':'pointer.move','participant':'%s','x':5,'y':6}".formatted(session.tab));

        assertThat(technician.await("pointer.move").path("from").asText()).isEqualTo(session.tab.toString());
        var shown = customer.await("pointer.move");
        assertThat(shown.path("from").asText()).isEqualTo(session.technicianId.toString());
        assertThat(shown.path("x").asInt()).isEqualTo(5);
    }

    @Test
    void pointerFloodIsThinnedOutAndHarmsNothing() {
        for (int i = 0; i < 1_000; i++) {
            customer.send("{'type':'pointer.move','participant':'%s','x':%d,'y':4}".formatted(session.tab, i));
        }

        assertThat(customer.settle().isOpen()).isTrue();
        assertThat(technician.settle().all("pointer.move").size()).isBetween(1, 600);
    }

    @Test
    void resultOfACommandGoesToWhomeverGaveItAndToNobodyElse() {
        TestSocket second = lead(UUID.randomUUID());
        second.send("{'type':'cobrowse.watch','participant':'%s'}".formatted(session.tab));
        customer.await("cobrowse.watched", frame -> frame.path("watchers").asInt() == 2);
        UUID command = UUID.randomUUID();
        technician.send(session.click(command));
        customer.await("control.click");

        customer.send(
                "{'type':'control.result','command':'%s','outcome':'missing','reason':'gone'}".formatted(command));

        assertThat(technician.await("control.result").path("reason").asText()).isEqualTo("gone");
        assertThat(second.settle().all("control.result")).isEmpty();
    }

    @Test
    void inputForATabThatIsAwayIsNeverReplayed() {
        customer.kill();
        technician.await("cobrowse.paused");
        technician.send(session.click(UUID.randomUUID()));
        assertThat(technician.await("control.result").path("outcome").asText()).isEqualTo("missing");

        TestSocket back = session.customer();

        assertThat(back.settle().all("control.click")).isEmpty();
    }

    @Test
    void unwatchedTabIsToldSo() {
        customer.forget();

        technician.send("{'type':'cobrowse.unwatch'}");

        assertThat(customer.await("cobrowse.watched").path("watchers").asInt()).isZero();
        customer.send(recorded(1, true, "page")).settle();
        assertThat(technician.settle().all("cobrowse.events")).isEmpty();
    }

    private static List<Integer> sequences(TestSocket of) {
        return of.all("cobrowse.events").stream()
                .map((JsonNode frame) -> frame.path("sequence").asInt())
                .toList();
    }
}
