package dev.remotesupport.signaling;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.remotesupport.testkit.TestToken;
import dev.remotesupport.testkit.TestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/** One session with its people, and the sockets they open; all are closed at the end. */
public final class TestSession implements AutoCloseable {

    public final UUID id = UUID.randomUUID();
    public final UUID organisation;
    public final UUID tab = UUID.randomUUID();
    public final UUID technicianId = UUID.randomUUID();
    public final TestToken visitor;
    public final TestToken staff;
    public final SessionServiceStandIn.Session stored;

    private int port;
    private final List<TestSocket> open = new ArrayList<>();

    public TestSession(SessionServiceStandIn sessions, int port) {
        this(sessions, port, UUID.randomUUID());
    }

    public TestSession(SessionServiceStandIn sessions, int port, UUID organisation) {
        this.organisation = organisation;
        this.visitor = TestTokens.visitor(organisation, UUID.randomUUID()).named("Vera");
        this.staff = TestTokens.staff(organisation, "support").named("Tom");
        this.port = port;
        this.stored = sessions.open(id, organisation);
    }

    /** From now on its people connect to another replica. */
    public void moveTo(int port) {
        this.port = port;
    }

    public TestToken customerToken() {
        return TestTokens.participant(visitor, id, tab, "customer", "tab-1");
    }

    public TestToken technicianToken() {
        return TestTokens.participant(staff, id, technicianId, "technician", "console");
    }

    @CanIgnoreReturnValue
    public TestSocket customer() {
        return socket(customerToken()).hello();
    }

    public TestSocket technician() {
        return socket(technicianToken()).hello();
    }

    public TestSocket socket(TestToken token) {
        return socket(token.sign());
    }

    public TestSocket socket(String token) {
        try {
            var socket = TestSocket.open(port, "/ws/signaling", token);
            open.add(socket);
            return socket;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    /** The whole way to a consent: asked for, shown, allowed. */
    @CanIgnoreReturnValue
    public TestSession grant(TestSocket technician, TestSocket customer, String capability) {
        technician.send("{'type':'grant.request','capability':'%s'}".formatted(capability));
        var asked = customer.await(
                "grant.requested", frame -> frame.path("capability").asText().equals(capability));
        customer.send("{'type':'grant.answer','request':'%s','allowed':true}"
                .formatted(asked.path("request").asText()));
        technician.await(
                "grant.changed",
                frame -> frame.path("request")
                                .asText()
                                .equals(asked.path("request").asText())
                        && frame.path("outcome").asText().equals("given"));
        return this;
    }

    @CanIgnoreReturnValue
    public TestSession watch(TestSocket technician, TestSocket customer) {
        technician.send("{'type':'cobrowse.watch','participant':'%s'}".formatted(tab));
        customer.await("cobrowse.watched", frame -> frame.path("watchers").asInt() == 1);
        return this;
    }

    public static String recorded(long sequence, boolean keyframe, String event) {
        return "{'type':'cobrowse.events','sequence':%d,'keyframe':%b,'events':[{'data':'%s'}]}"
                .formatted(sequence, keyframe, event);
    }

    public String click(UUID command) {
        return "{'type':'control.click','participant':'%s','command':'%s','node':7,'x':0.5,'y':0.5,'button':0}"
                .formatted(tab, command);
    }

    @Override
    public void close() {
        open.forEach(TestSocket::close);
    }
}
