package dev.remotesupport.signaling.room;

import dev.remotesupport.signaling.SessionServiceStandIn;
import dev.remotesupport.signaling.TestSession;
import dev.remotesupport.signaling.TestSocket;
import dev.remotesupport.testkit.TestTokens;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A customer's tab that a technician watches, and may control. */
class WatchedTab {

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    SessionServiceStandIn sessions;
    TestSession session;
    TestSocket customer;
    TestSocket technician;

    @BeforeEach
    void watch() {
        session = new TestSession(sessions, port);
        session.stored.give("view", Duration.ofMinutes(5));
        session.stored.give("control", Duration.ofMinutes(5));
        customer = session.customer();
        technician = session.technician();
        session.watch(technician, customer);
    }

    @AfterEach
    void closeSockets() {
        session.close();
    }

    /** Another of the staff comes into the room. */
    TestSocket lead(UUID id) {
        var lead = TestTokens.staff(session.organisation, "team_lead").named("Lea");
        return session.socket(TestTokens.participant(lead, session.id, id, "technician", "console"))
                .hello();
    }

    /** Another of the staff, who watches as well. */
    TestSocket watchingLead(UUID id) {
        TestSocket lead = lead(id);
        lead.send("{'type':'cobrowse.watch','participant':'%s'}".formatted(session.tab));
        customer.await("cobrowse.watched", frame -> frame.path("watchers").asInt() == 2);
        return lead;
    }
}
