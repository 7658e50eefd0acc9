package dev.remotesupport.chat.transcript;

import dev.remotesupport.chat.ChatProblem;
import dev.remotesupport.chat.conversation.Conversation;
import dev.remotesupport.chat.mail.MailSettings;
import dev.remotesupport.chat.mail.MailSettingsStore;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.PlatformProblem;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.platform.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** To whom a transcript goes, and in which language that one reads it. */
@ApplicationScoped
class FindRecipient {

    private final ContactService contacts;
    private final MailSettingsStore settings;
    private final Tenancy tenancy;

    FindRecipient(@RestClient ContactService contacts, MailSettingsStore settings, Tenancy tenancy) {
        this.contacts = contacts;
        this.settings = settings;
        this.tenancy = tenancy;
    }

    /**
     * @param wanted the address that was asked for, or null
     * @throws ProblemException as {@link TranscriptPolicy#address}, 503 when the session service is needed and away
     */
    Uni<Recipient> of(Conversation conversation, Caller caller, String token, String wanted) {
        return TranscriptPolicy.address(caller, wanted)
                .map(address -> Uni.createFrom().item(Recipient.of(address)))
                .orElseGet(() -> contacts.contact("Bearer " + token, conversation.id())
                        .onFailure()
                        .transform(failure -> new ProblemException(
                                PlatformProblem.UNAVAILABLE,
                                "The customer's address cannot be looked up now. Try again."))
                        .map(FindRecipient::known));
    }

    /** As the caller wants it. A customer reads what the browser asks for; of others' customers we know the desk's language. */
    Uni<String> language(Caller caller, String wanted, String accepted) {
        if (wanted != null || TranscriptPolicy.isCustomer(caller)) {
            return Uni.createFrom().item(wanted == null ? accepted : wanted);
        }
        return tenancy.inTransaction(caller.organisationId(), settings::find).map(MailSettings::language);
    }

    private static Recipient known(ContactService.Contact contact) {
        if (contact.email() == null) {
            throw new ProblemException(
                    ChatProblem.ADDRESS_MISSING, "The customer has given no address. Name one in email.");
        }
        return new Recipient(contact.email(), contact.shown());
    }
}
