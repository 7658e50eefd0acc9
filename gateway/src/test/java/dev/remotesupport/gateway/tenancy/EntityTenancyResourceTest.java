package dev.remotesupport.gateway.tenancy;

import static dev.remotesupport.gateway.TestGateway.organisation;
import static dev.remotesupport.gateway.TestGateway.site;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.gateway.GatewayTest;
import dev.remotesupport.gateway.TestGateway.TestOrganisation;
import dev.remotesupport.gateway.account.Account;
import dev.remotesupport.gateway.organisation.Organisation;
import dev.remotesupport.gateway.site.Site;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The pool of these tests has one connection, so each transaction meets what the one before left behind. */
@GatewayTest
class EntityTenancyResourceTest {

    @Inject
    EntityTenancy tenancy;

    @Test
    void organisationsInTurnSeeTheirOwnRowsOnly() throws Throwable {
        var first = organisation("team");
        var second = organisation("team");
        var site = site(first, "https://shop.example");
        for (int turn = 0; turn < 3; turn++) {
            assertThat(in(first, () -> Site.<Site>findById(site.id()))).isNotNull();
            assertThat(in(second, () -> Site.<Site>findById(site.id()))).isNull();
            assertThat(in(second, () -> Account.count())).isEqualTo(1);
            assertThat(in(second, () -> Organisation.<Organisation>findById(first.id())))
                    .isNull();
        }
    }

    @Test
    void systemRoleEndsWithItsTransaction() throws Throwable {
        var organisation = organisation("team");

        long all = await(() -> tenancy.asSystem(() -> Account.count()));

        assertThat(all).isGreaterThan(1);
        assertThat(in(organisation, () -> Account.count())).isEqualTo(1);
    }

    @Test
    void nobodyWritesIntoAnotherOrganisation() {
        var first = organisation("team");
        var second = organisation("team");
        var intruder = Account.staff(first.id(), UUID.randomUUID() + "@example.com", "Eve", StaffRole.ADMIN, "-");

        assertThatThrownBy(() -> in(second, () -> intruder.<Account>persist()))
                .hasMessageContaining("row-level security");
    }

    private <T> T in(TestOrganisation organisation, Supplier<Uni<T>> work) throws Throwable {
        return await(() -> tenancy.inOrganisation(organisation.id(), work));
    }

    private static <T> T await(Supplier<Uni<T>> work) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(work);
    }
}
