package dev.remotesupport.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.signaling.SessionServiceStandIn;
import dev.remotesupport.signaling.TestSocket;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Control as it must not be said: nothing of it reaches the other side, and it is counted. */
@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
class BadControlSocketTest extends WatchedTab {

    @Inject
    MeterRegistry meters;

    @Test
    void unknownTabIsMissing() {
        double before = refused("control.*");

        technician.send("{'type':'control.click','participant':'%s','command':'%s','node':7,'x':0,'y':0,'button':0}"
                .formatted(UUID.randomUUID(), UUID.randomUUID()));

        var result = technician.await("control.result");
        assertThat(result.path("outcome").asText()).isEqualTo("missing");
        assertThat(result.path("reason").asText()).isEqualTo("tab-unknown");
        assertThat(customer.settle().all("control.click")).isEmpty();
        assertThat(refused("control.*")).isGreaterThan(before);
    }

    @Test
    void whoeverDoesNotControlIsRefusedEveryOrder() {
        technician.send(session.click(UUID.randomUUID()));
        customer.await("control.click");
        TestSocket lead = watchingLead(UUID.randomUUID());
        double before = refused("control.*");

        for (String order : orders().toList()) {
            lead.send(order.formatted(session.tab));
        }

        assertThat(lead.settle().all("control.result"))
                .hasSize(6)
                .allSatisfy(result -> assertThat(result.path("reason").asText()).isEqualTo("control-held"));
        assertThat(customer.settle().all("control.click")).hasSize(1);
        assertThat(customer.all("control.drag")).isEmpty();
        assertThat(refused("control.*")).isGreaterThanOrEqualTo(before + 6);
    }

    @Test
    void resultOfNoCommandGoesNowhere() {
        double before = refused("control.result");

        customer.send("{'type':'control.result','command':'%s','outcome':'done'}".formatted(UUID.randomUUID()))
                .settle();

        assertThat(technician.settle().all("control.result")).isEmpty();
        assertThat(refused("control.result")).isGreaterThan(before);
    }

    @Test
    void secondAndLateResultsGoNowhere() {
        UUID command = UUID.randomUUID();
        technician.send(session.click(command));
        customer.await("control.click");
        double before = refused("control.result");

        customer.send("{'type':'control.result','command':'%s','outcome':'done'}".formatted(command))
                .send("{'type':'control.result','command':'%s','outcome':'proposed'}".formatted(command))
                .send("{'type':'control.result','command':'%s','outcome':'done'}".formatted(command))
                .settle();

        assertThat(technician.settle().all("control.result")).hasSize(1);
        assertThat(refused("control.result")).isGreaterThanOrEqualTo(before + 2);
    }

    @Test
    void anotherTabDoesNotAnswer() {
        UUID command = UUID.randomUUID();
        technician.send(session.click(command));
        customer.await("control.click");
        TestSocket other = session.socket(
                        TestTokens.participant(session.visitor, session.id, UUID.randomUUID(), "customer", "tab-2"))
                .hello();

        other.send("{'type':'control.result','command':'%s','outcome':'done'}".formatted(command))
                .settle();

        assertThat(technician.settle().all("control.result")).isEmpty();
        assertThat(other.isOpen()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("beyondTheBounds")
    void whatIsBeyondTheBoundsClosesItsSenderAndNobodyElse(String order) {
        double before = closed("malformed");

        technician.send(order.formatted(session.tab));

        assertThat(technician.closeCode()).isEqualTo(4400);
        assertThat(customer.settle().all("control.input")).isEmpty();
        assertThat(closed("malformed")).isGreaterThan(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"control.take", "control.click"})
    void customersDoNotControl(String type) {
        double before = closed("wrong-seat");

        customer.send(type.equals("control.take") ? "{'type':'control.take'}" : session.click(UUID.randomUUID()));

        assertThat(customer.closeCode()).isEqualTo(4403);
        assertThat(technician.settle().all("control.held")).isEmpty();
        assertThat(closed("wrong-seat")).isGreaterThan(before);
    }

    static Stream<String> orders() {
        return Stream.of(
                        "{'type':'control.click',#,'x':0.5,'y':0.5,'button':0}",
                        "{'type':'control.input',#,'value':'x'}",
                        "{'type':'control.select',#,'values':['x']}",
                        "{'type':'control.scroll',#,'x':0,'y':9}",
                        "{'type':'control.key',#,'key':'a','code':'KeyA','alt':false,'ctrl':false,'meta':false,'shift':false}",
                        "{'type':'control.drag',#,'x':0,'y':0,'path':[{'node':8,'x':1,'y':1}]}")
                .map(BadControlSocketTest::addressed);
    }

    static Stream<String> beyondTheBounds() {
        String step = "{'node':8,'x':1,'y':1}";
        return Stream.concat(
                Stream.of(
                                "{'type':'control.input',#,'value':'" + "x".repeat(20_001) + "'}",
                                "{'type':'control.input',#,'value':'x','start':-1}",
                                "{'type':'control.click',#,'x':1.5,'y':0,'button':0}",
                                "{'type':'control.click',#,'x':0,'y':0,'button':0,'count':4}",
                                "{'type':'control.key',#,'key':'" + "k".repeat(65)
                                        + "','code':'','alt':false,'ctrl':false,'meta':false,'shift':false}",
                                "{'type':'control.drag',#,'x':0,'y':0,'path':["
                                        + String.join(",", Collections.nCopies(65, step)) + "]}",
                                "{'type':'control.drag',#,'x':0,'y':0,'path':[{'node':0,'x':1,'y':1}]}")
                        .map(BadControlSocketTest::addressed),
                Stream.of(
                        "{'type':'control.click','participant':'%s','command':'nobody','node':7,'x':0,'y':0,'button':0}",
                        "{'type':'pointer.draw','participant':'%s','begins':true,'points':["
                                + String.join(",", Collections.nCopies(130, "1")) + "]}",
                        "{'type':'pointer.draw','participant':'%s','begins':true,'points':[1,2,3]}"));
    }

    private static String addressed(String order) {
        return order.replace("#", "'participant':'%s','command':'" + UUID.randomUUID() + "','node':7");
    }

    private double refused(String type) {
        return meters.counter("remote_support.signaling.messages", "type", type, "outcome", "refused")
                .count();
    }

    private double closed(String reason) {
        return meters.counter("remote_support.signaling.closed", "socket", "signaling", "reason", reason)
                .count();
    }
}
