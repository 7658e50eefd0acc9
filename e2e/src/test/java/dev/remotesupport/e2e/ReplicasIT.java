package dev.remotesupport.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same journey with two gateways and two replicas of each service, one of which is killed in the middle. */
class ReplicasIT {

    private static final Duration RECOVERY = Duration.ofSeconds(60);

    private static RunningSuite suite;

    @BeforeAll
    static void start() {
        suite = RunningSuite.start(2, 2);
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @AfterEach
    void endSessions() {
        new Rest(suite.baseUrl(), suite.apiKey()).endAllSessions();
    }

    @Test
    void sessionGoesOnWhenTheOwnerOfItsRoomIsKilled() {
        try (var browsers = Browsers.withMedia()) {
            var customer = new Customer(browsers.customer(), suite.baseUrl(1));
            var technician = new Technician(browsers.technician(), suite.baseUrl(2));
            var technicianHears = Ears.of(technician.page());
            var customerHears = Ears.of(customer.page());
            technician.logIn(suite.account("support", 0));
            customer.open("contact.html");
            customer.openWidget();
            customer.say("before");
            technician.answer();
            technician.ask("view");
            customer.allow("see");
            technician.sees("Write to us");
            technician.isGranted("view");
            technician.ask("control");
            customer.allow("click");
            technician.isGranted("control");

            technician.page().getByTestId("call-start").click();
            customer.page().getByTestId("rs-call-accept").click();
            technicianHears.sound();
            customerHears.sound();
            int connections = technicianHears.connections();

            suite.kill(ownerOfTheRoom());
            customer.page().locator("h1").evaluate("heading => heading.textContent = 'After the crash'");
            customer.say("after");

            assertThat(technician.message("after")).isVisible();
            technician.sees("After the crash");
            technician.click(technician.stage().locator("[name=name]"));
            technician.type("Ada");
            assertThat(customer.page().locator("[name=name]")).hasValue("Ada");
            assertThat(customer.page().getByTestId("rs-consent")).not().isVisible();
            technicianHears.sound();
            customerHears.sound();
            assertThat(technicianHears.connections())
                    .as("the call goes on as it was")
                    .isEqualTo(connections);
        }
    }

    @Test
    void messagesSentAcknowledgedStoredAndSeenAreTheSameWhenChatReplicasAreKilled() {
        var visitor = Visitor.askingForHelp(suite);
        var sent = IntStream.range(0, 200).mapToObj(i -> "message-" + i).toList();
        var acknowledged = new HashSet<String>();

        for (var id : sent) {
            if (id.equals("message-50")) {
                suite.kill("chat-service-1");
            }
            await().atMost(RECOVERY)
                    .until(() -> visitor.say("text of " + id, id).status() < 300 && acknowledged.add(id));
        }

        var stored = idsOf(visitor.messages());
        var seen = visitor.chat();
        seen.send("{\"type\":\"hello\",\"protocol\":1,\"after\":0}");
        await().atMost(RECOVERY)
                .untilAsserted(() -> assertThat(idsOf(seen.messages())).isEqualTo(Set.copyOf(sent)));
        assertThat(acknowledged).isEqualTo(Set.copyOf(sent));
        assertThat(stored).isEqualTo(Set.copyOf(sent));
        assertThat(seen.messages())
                .map(message -> message.get("sequence").asInt())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 200).boxed().toList());
    }

    private static Set<String> idsOf(List<JsonNode> messages) {
        return messages.stream()
                .map(message -> message.get("clientMessageId").asText())
                .collect(Collectors.toSet());
    }

    private static String ownerOfTheRoom() {
        return IntStream.rangeClosed(1, 2)
                .mapToObj(number -> "signaling-service-" + number)
                .filter(instance -> suite.metric(instance, "remote_support_signaling_rooms") > 0)
                .findFirst()
                .orElseThrow();
    }
}
