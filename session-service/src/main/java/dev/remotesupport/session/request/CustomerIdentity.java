package dev.remotesupport.session.request;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.session.lifecycle.Session.Customer;
import java.util.Optional;
import java.util.UUID;

/** Who is to be helped: the token decides, and where a body names somebody, what that is worth. */
final class CustomerIdentity {

    private CustomerIdentity() {}

    sealed interface Identity {

        record Known(Customer customer) implements Identity {}

        /** The body names somebody else than the token. */
        record Mismatch(String field) implements Identity {}

        /** This caller cannot ask for help, for itself or others. */
        record Impossible() implements Identity {}
    }

    static Identity of(Caller caller, Naming named) {
        if (caller.participant().isPresent()) {
            return new Identity.Impossible();
        }
        return switch (caller.kind()) {
            case CUSTOMER -> identified(caller, named);
            case VISITOR -> claimed(caller, named);
            case STAFF, API_KEY -> vouchedFor(named);
            case HELPER, OPERATOR -> new Identity.Impossible();
        };
    }

    /** The site vouched for this customer: the body can only repeat it. */
    private static Identity identified(Caller caller, Naming named) {
        if (differs(named.id(), Optional.of(caller.id()))) {
            return new Identity.Mismatch("userId");
        }
        if (differs(named.email(), caller.email())) {
            return new Identity.Mismatch("customerEmail");
        }
        if (!caller.name().isBlank()
                && differs(named.name(), Optional.of(caller.name().strip()))) {
            return new Identity.Mismatch("customerName");
        }
        var name = caller.name().isBlank() ? named.name().orElse("Customer") : caller.name();
        return new Identity.Known(
                new Customer(CallerKind.CUSTOMER, caller.id(), name, caller.email(), false, Optional.empty()));
    }

    /** Nobody vouches for a visitor: what the body says is kept as said. */
    private static Identity claimed(Caller caller, Naming named) {
        var name = named.name().or(() -> Optional.of(caller.name()).filter(own -> !own.isBlank()));
        var email = named.email().or(caller::email);
        var claimedId = named.id().filter(id -> !id.equals(caller.id()));
        return new Identity.Known(
                new Customer(CallerKind.VISITOR, caller.id(), name.orElse("Visitor"), email, true, claimedId));
    }

    /** Staff and systems of the organisation may name any of its customers. */
    private static Identity vouchedFor(Naming named) {
        var id = named.id().orElseGet(() -> UUID.randomUUID().toString());
        return new Identity.Known(new Customer(
                CallerKind.CUSTOMER, id, named.name().orElse("Customer"), named.email(), false, Optional.empty()));
    }

    private static boolean differs(Optional<String> said, Optional<String> known) {
        return said.isPresent() && !said.equals(known);
    }
}
