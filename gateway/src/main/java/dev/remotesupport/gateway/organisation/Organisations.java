package dev.remotesupport.gateway.organisation;

import static dev.remotesupport.gateway.GatewayProblem.ADMIN_EXISTS;
import static dev.remotesupport.gateway.GatewayProblem.EMAIL_TAKEN;
import static dev.remotesupport.gateway.GatewayProblem.ORGANISATION_UNKNOWN;
import static dev.remotesupport.gateway.GatewayProblem.PLAN_UNKNOWN;

import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.contracts.event.OrganisationChanged;
import dev.remotesupport.contracts.event.OrganisationCreated;
import dev.remotesupport.contracts.event.StaffChanged;
import dev.remotesupport.gateway.account.Account;
import dev.remotesupport.gateway.account.NewAccount;
import dev.remotesupport.gateway.account.Passwords;
import dev.remotesupport.gateway.account.UserView;
import dev.remotesupport.gateway.organisation.OrganisationResource.OrganisationChange;
import dev.remotesupport.gateway.organisation.OrganisationResource.OrganisationView;
import dev.remotesupport.gateway.tenancy.Constraints;
import dev.remotesupport.gateway.tenancy.EntityTenancy;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Creates and changes organisations. The operator belongs to none of them, so this is system work. */
@ApplicationScoped
class Organisations {

    private final EntityTenancy tenancy;
    private final Passwords passwords;

    Organisations(EntityTenancy tenancy, Passwords passwords) {
        this.tenancy = tenancy;
        this.passwords = passwords;
    }

    Uni<List<Plan>> plans() {
        return tenancy.asSystem(() -> Plan.listAll(Sort.by("maxSites")));
    }

    Uni<List<OrganisationView>> list() {
        return tenancy.asSystem(
                () -> Organisation.find("""
                        select o.id, o.name, o.plan, o.suspended, o.createdAt, count(a.id)
                        from Organisation o left join Account a on a.organisationId = o.id
                        group by o.id, o.name, o.plan, o.suspended, o.createdAt order by lower(o.name), o.id""").project(OrganisationView.class).list());
    }

    Uni<OrganisationView> create(String name, String plan) {
        return tenancy.asSystem(events -> known(plan)
                .chain(() -> Organisation.create(name, plan).<Organisation>persist())
                .call(made -> Plan.of(made)
                        .invoke(has -> events.add(new OrganisationCreated(
                                made.id, made.version, Instant.now(), made.plan, has.maxConcurrentSessions))))
                .map(made -> view(made, 0)));
    }

    Uni<OrganisationView> change(UUID id, OrganisationChange change) {
        return tenancy.asSystem(events -> (change.plan() == null
                        ? Uni.createFrom().voidItem()
                        : known(change.plan()))
                .chain(() -> locked(id))
                .invoke(organisation -> {
                    apply(change, organisation);
                    organisation.version++;
                })
                .call(organisation -> Plan.of(organisation)
                        .invoke(has -> events.add(new OrganisationChanged(
                                id,
                                organisation.version,
                                Instant.now(),
                                organisation.plan,
                                organisation.suspended,
                                has.maxConcurrentSessions))))
                .chain(organisation -> Account.count("organisationId", id).map(count -> view(organisation, count))));
    }

    Uni<UserView> admitFirstAdmin(UUID id, NewAccount admin) {
        return passwords
                .hash(admin.password())
                .chain(hash -> tenancy.asSystem(events -> locked(id)
                        .call(() -> refuseSecond(id))
                        .chain(organisation -> Account.staff(
                                        id, admin.email(), admin.name(), StaffRole.SUPER_ADMIN, hash)
                                .<Account>persist()
                                .invoke(made -> events.add(new StaffChanged(
                                        id, made.id, made.version, Instant.now(), StaffRole.SUPER_ADMIN)))
                                .map(made -> UserView.of(made, Optional.of(organisation.named()))))))
                .onFailure(Constraints.violated("account_email_key"))
                .transform(failure -> EMAIL_TAKEN.because("Choose another e-mail address."));
    }

    private static Uni<Void> refuseSecond(UUID id) {
        return Account.count("organisationId = ?1 and role = ?2", id, StaffRole.SUPER_ADMIN.wire())
                .invoke(count -> {
                    if (count > 0) {
                        throw ADMIN_EXISTS.because("Its super admins make further accounts.");
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Organisation> locked(UUID id) {
        return Organisation.lock(id)
                .onItem()
                .ifNull()
                .failWith(() -> ORGANISATION_UNKNOWN.because("No organisation has this id."));
    }

    private static Uni<Void> known(String plan) {
        return Plan.findById(plan)
                .onItem()
                .ifNull()
                .failWith(() -> PLAN_UNKNOWN.because("Choose one of the plans that /api/plans lists."))
                .replaceWithVoid();
    }

    private static void apply(OrganisationChange change, Organisation organisation) {
        if (change.name() != null) {
            organisation.name = change.name().strip();
        }
        if (change.plan() != null) {
            organisation.plan = change.plan();
        }
        if (change.suspended() != null) {
            organisation.suspended = change.suspended();
        }
    }

    private static OrganisationView view(Organisation organisation, long staff) {
        return new OrganisationView(
                organisation.id,
                organisation.name,
                organisation.plan,
                organisation.suspended,
                organisation.createdAt,
                staff);
    }
}
