package dev.remotesupport.chat.attachment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.remotesupport.chat.ChatTestClient;
import dev.remotesupport.chat.SessionServiceStandIn;
import dev.remotesupport.chat.TestEvents;
import dev.remotesupport.chat.TestPeople;
import dev.remotesupport.chat.inspection.Pictures;
import dev.remotesupport.contracts.chat.ChatFromClient.ChatSend;
import dev.remotesupport.contracts.chat.ChatFromServer.ChatAccepted;
import dev.remotesupport.contracts.chat.ChatMessage;
import dev.remotesupport.contracts.chat.MessageType;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestDatabase;
import dev.remotesupport.testkit.TestToken;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
class AttachmentResourceTest {

    private static final byte[] LOG = "10:00 started\n".getBytes(StandardCharsets.UTF_8);

    @Inject
    SweepOrphans sweeper;

    private final TestPeople people = TestPeople.inNewSession();
    private final TestToken lead = TestTokens.staff(people.organisation(), "supervisor");
    private ChatTestClient customer;

    @BeforeEach
    void open() {
        customer = ChatTestClient.enter(people.customerToken(), null);
    }

    @AfterEach
    void close() {
        customer.close();
    }

    @Test
    void aCardNumberInANameIsMaskedBeforeItIsKept() {
        upload(people.customer(), "card 4111 1111 1111 1111.log", LOG)
                .statusCode(201)
                .body("name", equalTo("card •••• •••• •••• 1111.log"));
    }

    @Test
    void anImageIsUploadedSentAndFetchedByBothSides() {
        var id = upload(people.customer(), "cart.png", Pictures.of("png", 1_600, 800))
                .statusCode(201)
                .body("mediaType", equalTo("image/png"))
                .body("preview", is(true))
                .extract()
                .<String>path("id");
        try (var technician = ChatTestClient.enter(people.technicianToken(), null)) {
            send("a", MessageType.IMAGE, id, false);

            var seen = technician.awaitSeen(1).getFirst();
            assertThat(seen.type()).isEqualTo(MessageType.IMAGE);
            assertThat(seen.attachment().name()).isEqualTo("cart.png");
            assertThat(seen.attachment().preview()).isTrue();
        }
        try (var later = ChatTestClient.enter(people.technicianToken(), 0L)) {
            assertThat(later.awaitSeen(1).getFirst().attachment().id()).hasToString(id);
        }
        fetch(lead, id, "/preview").statusCode(200).contentType("image/png");
        fetch(lead, id, "")
                .statusCode(200)
                .contentType("image/png")
                .header("Content-Length", Integer.toString(Pictures.of("png", 1_600, 800).length))
                .header("Content-Disposition", equalTo("attachment; filename*=UTF-8''cart.png"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Security-Policy", startsWith("sandbox"));
    }

    @Test
    void aFileComesBackAsItWasAndLiesEncryptedOnTheDisk() throws IOException {
        var id = uploaded("server log ☕.txt");
        send("a", MessageType.FILE, id, false);

        var content = fetch(lead, id, "")
                .statusCode(200)
                .header("Content-Disposition", containsString("server%20log%20%E2%98%95.txt"))
                .extract()
                .asByteArray();

        assertThat(content).isEqualTo(LOG);
        try (var files = Files.walk(Path.of("target/files"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain("started"));
        }
        fetch(lead, id, "/preview").statusCode(404).body("code", equalTo("attachment-unknown"));
    }

    @Test
    void whatWasNotSentIsSeenByItsSenderAlone() {
        var id = uploaded("server.log");

        fetch(people.customer(), id, "").statusCode(200);
        fetch(lead, id, "").statusCode(404);
    }

    @Test
    void nobodyElseFetchesSendsOrUploads() {
        var id = uploaded("server.log");
        var stranger = TestTokens.visitor(people.organisation(), UUID.randomUUID());
        var elsewhere = TestTokens.staff(UUID.randomUUID(), "admin");
        send("a", MessageType.FILE, id, false);

        fetch(stranger, id, "").statusCode(404);
        fetch(elsewhere, id, "").statusCode(404);
        upload(stranger, "a.log", LOG).statusCode(404);
        try (var other = TestPeopleElsewhere.open()) {
            other.client().say(new ChatSend("theft", "mine now", MessageType.FILE, UUID.fromString(id), null));
            assertThat(other.client().awaitRefused("theft").code()).isEqualTo("attachment-unknown");
        }
        post(lead, id).statusCode(404).body("code", equalTo("attachment-unknown"));
    }

    @Test
    void theFileOfANoteNeverReachesTheCustomer() {
        try (var technician = ChatTestClient.enter(people.technicianToken(lead), null)) {
            var id = upload(lead, "internal.log", LOG).statusCode(201).extract().<String>path("id");
            technician.say(new ChatSend("n", "internal.log", MessageType.FILE, UUID.fromString(id), true));
            technician.awaitAccepted("n");

            fetch(lead, id, "").statusCode(200);
            fetch(people.customer(), id, "").statusCode(404);
        }
    }

    @Test
    void aMessageAndItsFileBelongTogether() {
        var id = uploaded("server.log");

        customer.say(new ChatSend("a", "x", MessageType.FILE, null, null));
        customer.say(new ChatSend("b", "x", null, UUID.fromString(id), null));
        customer.say(new ChatSend("c", "x", MessageType.IMAGE, UUID.fromString(id), null));

        assertThat(customer.awaitRefused("a").code()).isEqualTo("attachment-needed");
        assertThat(customer.awaitRefused("b").code()).isEqualTo("attachment-needed");
        assertThat(customer.awaitRefused("c").code()).isEqualTo("type-not-supported");
        post(people.customer(), id).statusCode(201);
        send("again", MessageType.FILE, id, false);
    }

    @Test
    void filesThatAreEmptyOrLyingGetClearAnswers() {
        upload(people.customer(), "empty.log", new byte[0]).statusCode(400).body("code", equalTo("file-empty"));
        upload(people.customer(), "photo.png", "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8))
                .statusCode(415);
        upload(people.customer(), "invoice.pdf", Pictures.of("png", 2, 2))
                .statusCode(415)
                .body("code", equalTo("file-misnamed"));
        upload(people.customer(), "../../etc/passwd", LOG)
                .statusCode(400)
                .body("code", equalTo("file-name-not-allowed"));
        upload(people.customer(), "a".repeat(300) + ".log", LOG).statusCode(400);
        upload(people.customer(), "a".repeat(10_000), LOG).statusCode(414);
        as(people.customer())
                .body(LOG)
                .post("/api/support/chat/" + people.session() + "/attachments")
                .then()
                .statusCode(400);
    }

    @Test
    void aFileThatIsTooLargeIsRefusedHoweverItComes() throws Exception {
        long size = 10 * 1024 * 1024 + 1;
        var announced = BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> zeros(size)), size);
        var unannounced = BodyPublishers.ofInputStream(() -> zeros(size));

        assertThat(statusOf(announced)).isEqualTo(413);
        assertThat(statusOf(unannounced)).isEqualTo(413);
    }

    @Test
    void aHundredMegabytesAreRefusedBeforeTheyCome() throws IOException {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("""
                            POST /api/support/chat/%s/attachments?name=huge.log HTTP/1.1\r
                            Host: localhost\r
                            Authorization: Bearer %s\r
                            Content-Type: application/octet-stream\r
                            Content-Length: 104857600\r
                            \r
                            """.formatted(
                    people.session(), people.customer().sign()).getBytes(StandardCharsets.US_ASCII));

            var answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(answer).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void readersThatDoNotReadAreBoundedAndMakeRoomWhenTheyLeave() throws IOException {
        var id = upload(
                        people.customer(),
                        "large.log",
                        "10:00 started\n".repeat(700_000).getBytes(StandardCharsets.UTF_8))
                .statusCode(201)
                .extract()
                .<String>path("id");
        var idle = new ArrayList<Socket>();
        try {
            // Three of ten megabytes, twice each, are within the 64 that are allowed; they stop after the first bytes.
            for (int i = 0; i < 3; i++) {
                idle.add(fetchAndStop(id));
            }

            fetch(people.customer(), id, "")
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("busy"));
        } finally {
            for (var socket : idle) {
                socket.close();
            }
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> fetch(people.customer(), id, "").statusCode(200));
    }

    /** Reads the head of the answer and no more. */
    private Socket fetchAndStop(String id) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(16 * 1024);
        socket.connect(new InetSocketAddress(
                "localhost", ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class)));
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write("""
                        GET /api/support/chat/%s/attachments/%s HTTP/1.1\r
                        Host: localhost\r
                        Authorization: Bearer %s\r
                        \r
                        """.formatted(
                people.session(), id, people.customer().sign()).getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 200");
        return socket;
    }

    private int statusOf(BodyPublisher body) throws Exception {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/support/chat/"
                        + people.session() + "/attachments?name=big.log"))
                .header("Authorization", "Bearer " + people.customer().sign())
                .POST(body)
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private static InputStream zeros(long size) {
        return new InputStream() {
            private long left = size;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] target, int from, int length) {
                int read = (int) Math.min(left, length);
                left -= read;
                return read == 0 ? -1 : read;
            }
        };
    }

    @Test
    void anEndedSessionTakesNoFiles() {
        TestEvents.sessionEnded(people);
        customer.awaitEnded();

        upload(people.customer(), "server.log", LOG).statusCode(409).body("code", equalTo("session-ended"));
    }

    @Test
    void nobodyHeapsUpFilesWithoutSendingThem() {
        for (int i = 0; i < 20; i++) {
            uploaded("server" + i + ".log");
        }

        upload(people.customer(), "one-more.log", LOG).statusCode(409).body("code", equalTo("too-many-files"));
    }

    @Test
    void whatWasNotSentIsSweptAfterADayAndWhatWasSentStays() throws SQLException {
        var sent = uploaded("sent.log");
        var left = uploaded("left.log");
        var fresh = uploaded("fresh.log");
        send("a", MessageType.FILE, sent, false);
        age(sent, left);

        sweeper.sweep().await().indefinitely();

        fetch(people.customer(), sent, "").statusCode(200);
        fetch(people.customer(), fresh, "").statusCode(200);
        fetch(people.customer(), left, "").statusCode(404);
    }

    private void send(String clientMessageId, MessageType type, String attachment, boolean internal) {
        customer.say(
                new ChatSend(clientMessageId, "see this", type, UUID.fromString(attachment), internal ? true : null));
        ChatAccepted accepted = customer.awaitAccepted(clientMessageId);
        assertThat(customer.awaitSeen(accepted.sequence()))
                .filteredOn(message -> message.sequence() == accepted.sequence())
                .extracting(ChatMessage::type)
                .containsExactly(type);
    }

    private ValidatableResponse post(TestToken sender, String attachment) {
        return as(sender)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "sessionId",
                        people.session(),
                        "message",
                        "see this",
                        "messageType",
                        "file",
                        "attachmentId",
                        attachment))
                .post("/api/support/chat/message")
                .then();
    }

    @CanIgnoreReturnValue
    private String uploaded(String name) {
        return upload(people.customer(), name, LOG).statusCode(201).extract().path("id");
    }

    private ValidatableResponse upload(TestToken sender, String name, byte[] content) {
        return as(sender)
                .contentType("application/octet-stream")
                .queryParam("name", name)
                .body(content)
                .post("/api/support/chat/" + people.session() + "/attachments")
                .then();
    }

    private ValidatableResponse fetch(TestToken reader, String id, String what) {
        return as(reader)
                .get("/api/support/chat/" + people.session() + "/attachments/" + id + what)
                .then();
    }

    private static RequestSpecification as(TestToken caller) {
        return given().auth().oauth2(caller.sign());
    }

    private static void age(String... ids) throws SQLException {
        try (var connection = TestDatabase.superuser().getConnection();
                var statement = connection.prepareStatement(
                        "UPDATE chat.attachment SET created_at = now() - interval '25 hours' WHERE id::text = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("text", ids));
            statement.executeUpdate();
        }
    }

    /** The customer of another session. */
    private record TestPeopleElsewhere(ChatTestClient client) implements AutoCloseable {

        static TestPeopleElsewhere open() {
            return new TestPeopleElsewhere(
                    ChatTestClient.enter(TestPeople.inNewSession().customerToken(), null));
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
