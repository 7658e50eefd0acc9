package dev.remotesupport.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** A customer and a technician who call each other, by servers that a super admin sets for them. */
final class CallByServers implements AutoCloseable {

    final Technician technician;
    final Customer customer;
    final Ears technicianHears;
    final Ears customerHears;

    private final RunningSuite suite = RunningSuite.shared();
    private final Rest superAdmin = new Rest(suite.baseUrl(), "").loggedIn(suite.account("super_admin", 0));

    CallByServers(Browsers technicians, Browsers customers) {
        technician = new Technician(technicians.technician(), suite.baseUrl());
        technicianHears = Ears.of(technician.page());
        customer = new Customer(customers.customer(), suite.baseUrl());
        customerHears = Ears.of(customer.page());
    }

    void set(Map<String, Object> servers) {
        assertThat(superAdmin.put("/api/ice-servers", servers).status()).isEqualTo(200);
    }

    /** The customer asks for the call, which the technician accepts. */
    void begin() {
        technician.logIn(suite.account("support", 0));
        customer.open("");
        customer.openWidget();
        customer.page().getByTestId("rs-call-start").click();
        technician.accept();
    }

    void bothHear() {
        technicianHears.sound();
        customerHears.sound();
    }

    /** Without the servers, as it was before. */
    @Override
    public void close() {
        new Rest(suite.baseUrl(), suite.apiKey()).endAllSessions();
        assertThat(superAdmin.delete("/api/ice-servers").status()).isEqualTo(204);
    }
}
