package dev.remotesupport.gateway.staff;

import static dev.remotesupport.gateway.GatewayProblem.EMAIL_TAKEN;
import static dev.remotesupport.gateway.GatewayProblem.LAST_SUPER_ADMIN;
import static dev.remotesupport.gateway.GatewayProblem.ROLE_TOO_HIGH;
import static dev.remotesupport.gateway.GatewayProblem.STAFF_UNKNOWN;

import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.contracts.event.StaffChanged;
import dev.remotesupport.contracts.event.StaffRemoved;
import dev.remotesupport.gateway.account.Account;
import dev.remotesupport.gateway.account.Passwords;
import dev.remotesupport.gateway.organisation.Organisation;
import dev.remotesupport.gateway.revocation.ChangedRole;
import dev.remotesupport.gateway.revocation.RemovedAccount;
import dev.remotesupport.gateway.revocation.Revocations;
import dev.remotesupport.gateway.staff.StaffResource.MemberChange;
import dev.remotesupport.gateway.staff.StaffResource.NewMember;
import dev.remotesupport.gateway.tenancy.Constraints;
import dev.remotesupport.gateway.tenancy.EntityTenancy;
import dev.remotesupport.gateway.tenancy.NewEvents;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Makes, changes and removes members. Changes of one organisation come one after the other, so the last super admin stays. */
@ApplicationScoped
class Staff {

    private static final String UNIQUE_EMAIL = "account_email_key";

    private final EntityTenancy tenancy;
    private final Passwords passwords;
    private final Revocations revocations;
    private final DeskProfiles profiles;

    Staff(EntityTenancy tenancy, Passwords passwords, Revocations revocations, DeskProfiles profiles) {
        this.tenancy = tenancy;
        this.passwords = passwords;
        this.revocations = revocations;
        this.profiles = profiles;
    }

    Uni<List<Account>> list(UUID organisation) {
        return tenancy.inOrganisation(organisation, () -> Account.list("order by lower(name), id"));
    }

    Uni<Account> hire(Caller actor, NewMember member) {
        return hire(actor, member, made -> Uni.createFrom().item(made));
    }

    /** @param with what belongs to it; when that fails, nobody was hired */
    <T> Uni<T> hire(Caller actor, NewMember member, Function<Account, Uni<T>> with) {
        permit(actor, member.role());
        var organisation = actor.organisationId();
        return passwords
                .hash(member.password())
                .chain(hash -> tenancy.inOrganisation(
                        organisation,
                        events -> Account.staff(organisation, member.email(), member.name(), member.role(), hash)
                                .<Account>persistAndFlush()
                                .invoke(made -> tell(events, made))
                                .chain(with::apply)))
                .onFailure(Constraints.violated(UNIQUE_EMAIL))
                .transform(failure -> emailTaken());
    }

    Uni<Account> change(Caller actor, UUID id, MemberChange change) {
        return change(actor, id, change, changed -> Uni.createFrom().item(changed));
    }

    /**
     * From the answer on, tokens that say a higher role than the member has, or are older than the password, are refused.
     *
     * @param with what belongs to it; when that fails, nothing has changed
     */
    <T> Uni<T> change(Caller actor, UUID id, MemberChange change, Function<Account, Uni<T>> with) {
        return hashed(change)
                .chain(hash -> tenancy.inOrganisation(
                        actor.organisationId(),
                        events -> find(actor, id)
                                .call(member -> change(actor, member, change, hash))
                                .call(Account::<Account>persistAndFlush)
                                .invoke(member -> tell(events, member))
                                .chain(with::apply)))
                .onFailure(Constraints.violated(UNIQUE_EMAIL))
                .transform(failure -> emailTaken())
                .call(revocations::look);
    }

    private static Uni<Void> change(Caller actor, Account member, MemberChange change, Optional<String> hash) {
        var role = Optional.ofNullable(change.role()).orElse(member.staffRole());
        permit(actor, role);
        return keepSuperAdmin(member, role).call(() -> noteRole(member, role)).invoke(() -> {
            Optional.ofNullable(change.email()).ifPresent(email -> member.email = Account.normalised(email));
            Optional.ofNullable(change.name()).ifPresent(name -> member.name = name.strip());
            hash.ifPresent(member::changePassword);
            member.role = role.wire();
            member.version++;
        });
    }

    private static Uni<Void> noteRole(Account member, StaffRole role) {
        return role == member.staffRole()
                ? Uni.createFrom().voidItem()
                : ChangedRole.note(member.id, member.organisationId, role.wire());
    }

    /** From the answer on, the member's tokens are refused, and what the member had is with others or waits. */
    Uni<Void> remove(Caller actor, UUID id, String authorization) {
        return tenancy.inOrganisation(
                        actor.organisationId(),
                        events -> find(actor, id)
                                .call(member -> keepSuperAdmin(member, null))
                                .invoke(member -> events.add(new StaffRemoved(
                                        member.organisationId, member.id, member.version + 1, Instant.now())))
                                .call(member -> RemovedAccount.note(member.id, member.organisationId))
                                .chain(Account::delete))
                .chain(revocations::look)
                .chain(() -> profiles.remove(id, authorization));
    }

    private Uni<Optional<String>> hashed(MemberChange change) {
        return change.password() == null
                ? Uni.createFrom().item(Optional.empty())
                : passwords.hash(change.password()).map(Optional::of);
    }

    /** A member whom this actor may manage, with the organisation locked. */
    private static Uni<Account> find(Caller actor, UUID id) {
        return Organisation.lock(actor.organisationId())
                .chain(() -> Account.<Account>findById(id))
                .onItem()
                .ifNull()
                .failWith(() -> STAFF_UNKNOWN.because("No member of your organisation has this id."))
                .invoke(member -> permit(actor, member.staffRole()));
    }

    private static void permit(Caller actor, StaffRole target) {
        if (!StaffPolicy.mayManage(StaffPolicy.standing(actor), target)) {
            throw ROLE_TOO_HIGH.because("Ask somebody of your organisation whose role is higher.");
        }
    }

    private static Uni<Void> keepSuperAdmin(Account member, StaffRole after) {
        return Account.count("role", StaffRole.SUPER_ADMIN.wire())
                .invoke(superAdmins -> {
                    if (StaffPolicy.orphans(member.staffRole(), after, superAdmins)) {
                        throw LAST_SUPER_ADMIN.because("Make somebody else a super admin first.");
                    }
                })
                .replaceWithVoid();
    }

    private static ProblemException emailTaken() {
        return EMAIL_TAKEN.because("Choose another e-mail address.");
    }

    private static void tell(NewEvents events, Account member) {
        events.add(
                new StaffChanged(member.organisationId, member.id, member.version, Instant.now(), member.staffRole()));
    }
}
