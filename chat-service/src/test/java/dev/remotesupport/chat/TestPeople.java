package dev.remotesupport.chat;

import dev.remotesupport.testkit.TestToken;
import dev.remotesupport.testkit.TestTokens;
import java.util.UUID;

/** The two sides of one session, and the tokens of their connections. */
public record TestPeople(UUID organisation, UUID session, TestToken customer, TestToken technician) {

    public static TestPeople inNewSession() {
        var organisation = UUID.randomUUID();
        return new TestPeople(
                organisation,
                UUID.randomUUID(),
                TestTokens.visitor(organisation, UUID.randomUUID()).named("Maya"),
                TestTokens.staff(organisation, "support").named("Jonas"));
    }

    /** A token for a new connection of the customer. */
    public String customerToken() {
        return customerToken(UUID.randomUUID());
    }

    public String customerToken(UUID participant) {
        return TestTokens.participant(customer, session, participant, "customer", "tab-1")
                .sign();
    }

    /** A token for a new connection of the technician. */
    public String technicianToken() {
        return technicianToken(technician);
    }

    /** A token for a new connection of another member of the staff. */
    public String technicianToken(TestToken staff) {
        return TestTokens.participant(staff, session, UUID.randomUUID(), "technician", "tab-2")
                .sign();
    }
}
