package dev.remotesupport.chat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.remotesupport.contracts.CloseCode;
import dev.remotesupport.contracts.chat.ChatFromServer;
import dev.remotesupport.contracts.chat.ChatMessage;
import dev.remotesupport.contracts.event.ChatEvent;
import dev.remotesupport.contracts.event.EventJson;
import dev.remotesupport.contracts.event.SessionAssigned;
import dev.remotesupport.testkit.EventCollector;
import dev.remotesupport.testkit.Outage;
import dev.remotesupport.testkit.ServiceInfrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
class OutageTest {

    private final TestPeople people = TestPeople.inNewSession();

    @Test
    void withoutPostgresMessagesAreRefusedAndTheAcceptedOnesAreThereAfterwards() {
        try (var customer = ChatTestClient.enter(people.customerToken(), null);
                var technician = ChatTestClient.enter(people.technicianToken(), null)) {
            var accepted = new ArrayList<>(acceptedOf(customer, "before", 10));
            Outage.stopPostgres();
            try {
                customer.send("during", "hello?");
                assertThat(customer.awaitRefused("during").code()).isEqualTo("unavailable");
            } finally {
                Outage.startPostgres();
            }

            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> accepted.addAll(acceptedNow(customer)));
            accepted.addAll(acceptedOf(customer, "after", 10));

            var last = (long) accepted.size();
            assertThat(technician.awaitSeen(last)).extracting(ChatMessage::id).containsExactlyElementsOf(accepted);
            assertThat(technician.sequences()).containsExactlyElementsOf(upTo(last));
            try (var later = ChatTestClient.enter(people.technicianToken(), 0L)) {
                assertThat(later.awaitSeen(last)).extracting(ChatMessage::id).containsExactlyElementsOf(accepted);
            }
        }
    }

    @Test
    void withoutKafkaNothingIsRefusedAndTheEventsComeLater() {
        try (var events = EventCollector.on(ChatEvent.TOPIC);
                var customer = ChatTestClient.enter(people.customerToken(), null);
                var technician = ChatTestClient.enter(people.technicianToken(), null)) {
            List<UUID> accepted;
            Outage.stopKafka();
            try {
                accepted = acceptedOf(customer, "during", 20);
                assertThat(technician.awaitSeen(20)).extracting(ChatMessage::id).containsExactlyElementsOf(accepted);
            } finally {
                Outage.startKafka();
            }

            var key = people.session().toString();
            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(events.events("MessagePosted", key).stream()
                                    .map(event -> event.headers().get("ce_aggregateversion"))
                                    .distinct())
                            .hasSize(20));
        }
    }

    @Test
    void withoutKafkaAFormerTechnicianLosesTheConversationAllTheSame() {
        var next = UUID.randomUUID();
        try (var former = ChatTestClient.enter(people.technicianToken(), null)) {
            Outage.stopKafka();
            try {
                SessionServiceStandIn.hide(people.organisation(), people.session());
                var taken = new SessionAssigned(people.organisation(), people.session(), 4, Instant.now(), next);
                given().auth()
                        .oauth2(people.technician().sign())
                        .contentType(ContentType.JSON)
                        .body(EventJson.write(taken))
                        .post("/internal/sessions/" + people.session() + "/handover")
                        .then()
                        .statusCode(204);

                assertThat(former.awaitClose()).isEqualTo(CloseCode.FORBIDDEN.code());
                given().auth()
                        .oauth2(people.technician().sign())
                        .get("/api/support/chat/" + people.session() + "/messages")
                        .then()
                        .statusCode(403);
            } finally {
                Outage.startKafka();
            }
        }
    }

    /** Sends until one is accepted again; what is refused meanwhile is not stored. */
    private static List<UUID> acceptedNow(ChatTestClient client) {
        return acceptedOf(client, "probe-" + UUID.randomUUID(), 1);
    }

    private static List<UUID> acceptedOf(ChatTestClient client, String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    client.send(name + i, "message " + i);
                    return client.await(
                                    ChatFromServer.ChatAccepted.class,
                                    frame -> frame.clientMessageId().equals(name + i))
                            .id();
                })
                .toList();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
