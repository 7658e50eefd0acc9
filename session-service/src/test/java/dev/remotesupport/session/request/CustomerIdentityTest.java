package dev.remotesupport.session.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.session.Sessions;
import dev.remotesupport.session.lifecycle.Session.Customer;
import dev.remotesupport.session.request.CustomerIdentity.Identity;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CustomerIdentityTest {

    private static final Naming NOBODY = new Naming((String) null, null, null);

    @Test
    void aVisitorsWordsAreKeptAsClaimed() {
        var identity = CustomerIdentity.of(Sessions.visitor("v-1"), new Naming("c-7", "grace@example.com", " Grace "));

        assertThat(identity)
                .isEqualTo(new Identity.Known(new Customer(
                        CallerKind.VISITOR,
                        "v-1",
                        "Grace",
                        Optional.of("grace@example.com"),
                        true,
                        Optional.of("c-7"))));
    }

    @Test
    void aVisitorWhoRepeatsItsOwnIdClaimsNothing() {
        var identity = CustomerIdentity.of(Sessions.visitor("v-1"), new Naming("v-1", null, null));

        assertThat(((Identity.Known) identity).customer().claimedId()).isEmpty();
    }

    @Test
    void aCustomerIsWhoTheSiteVouchedFor() {
        var identity =
                CustomerIdentity.of(Sessions.customer("c-1"), new Naming("c-1", "somebody@example.com", "Somebody"));

        assertThat(identity)
                .isEqualTo(new Identity.Known(new Customer(
                        CallerKind.CUSTOMER,
                        "c-1",
                        "Somebody",
                        Optional.of("somebody@example.com"),
                        false,
                        Optional.empty())));
    }

    @Test
    void aCustomerWhoNamesSomebodyElseIsRefused() {
        var customer = Sessions.customer("c-1");

        assertThat(CustomerIdentity.of(customer, new Naming("c-2", null, null)))
                .isEqualTo(new Identity.Mismatch("userId"));
        assertThat(CustomerIdentity.of(customer, new Naming(null, "other@example.com", null)))
                .isEqualTo(new Identity.Mismatch("customerEmail"));
        assertThat(CustomerIdentity.of(customer, new Naming(null, null, "Other")))
                .isEqualTo(new Identity.Mismatch("customerName"));
    }

    @Test
    void staffAndSystemsNameAnybody() {
        var named = new Naming("c-2", null, "Grace");

        for (var caller : new dev.remotesupport.platform.caller.Caller[] {
            Sessions.staff(Sessions.ADA, StaffRole.SUPPORT), Sessions.apiKey()
        }) {
            var identity = (Identity.Known) CustomerIdentity.of(caller, named);
            assertThat(identity.customer().id()).isEqualTo("c-2");
            assertThat(identity.customer().claimed()).isFalse();
        }
    }

    @Test
    void aParticipantsTokenAsksForNothing() {
        var tab = Sessions.in(UUID.randomUUID(), Seat.CUSTOMER, Sessions.visitor("v-1"));

        assertThat(CustomerIdentity.of(tab, NOBODY)).isEqualTo(new Identity.Impossible());
    }
}
