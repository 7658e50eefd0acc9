package dev.remotesupport.chat.transcript;

import dev.remotesupport.chat.ChatProblem;
import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import java.util.Optional;

/** Where a transcript may be sent. */
final class TranscriptPolicy {

    private TranscriptPolicy() {}

    static boolean isCustomer(Caller caller) {
        return caller.kind() == CallerKind.CUSTOMER || caller.kind() == CallerKind.VISITOR;
    }

    /**
     * The address to send to, where it needs no look-up. Customers have it sent to the address of their token, so that nobody
     * makes us write to strangers; staff and systems to any, and to the customer's where they name none.
     *
     * @param wanted the address that was asked for, or null; empty counts as none
     * @return absent when it is the one that the session knows of its customer
     * @throws ProblemException 400 {@code address-missing}, 403 {@code address-not-yours}
     */
    static Optional<String> address(Caller caller, String wanted) {
        if (!isCustomer(caller)) {
            return Optional.ofNullable(wanted).map(String::strip).filter(address -> !address.isEmpty());
        }
        var own = caller.email()
                .filter(address -> !address.isBlank())
                .orElseThrow(() ->
                        new ProblemException(ChatProblem.ADDRESS_MISSING, "The site has not told us your address."));
        if (wanted != null && !own.equalsIgnoreCase(wanted.strip())) {
            throw new ProblemException(ChatProblem.ADDRESS_NOT_YOURS, "Leave email out.");
        }
        return Optional.of(own);
    }
}
