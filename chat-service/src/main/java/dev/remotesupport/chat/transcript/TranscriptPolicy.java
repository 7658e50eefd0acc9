package dev.remotesupport.chat.transcript;

import dev.remotesupport.chat.ChatProblem;
import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;

/** Where a transcript may be sent. */
final class TranscriptPolicy {

    private TranscriptPolicy() {}

    /**
     * The address to send to. Customers have it sent to the address of their token, so that nobody makes us write to
     * strangers; staff and systems to any.
     *
     * @param wanted the address that was asked for, or null
     * @throws ProblemException 400 {@code address-missing}, 403 {@code address-not-yours}
     */
    static String recipient(Caller caller, String wanted) {
        boolean customer = caller.kind() == CallerKind.CUSTOMER || caller.kind() == CallerKind.VISITOR;
        var own = caller.email().filter(address -> !address.isBlank());
        if (customer && own.isPresent() && wanted != null && !own.get().equalsIgnoreCase(wanted.strip())) {
            throw new ProblemException(ChatProblem.ADDRESS_NOT_YOURS, "Leave email out.");
        }
        if (wanted != null && !customer) {
            return wanted.strip();
        }
        return own.orElseThrow(() -> new ProblemException(
                ChatProblem.ADDRESS_MISSING,
                customer ? "The site has not told us your address." : "Name one in email."));
    }
}
