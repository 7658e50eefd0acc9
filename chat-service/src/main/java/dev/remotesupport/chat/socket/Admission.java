package dev.remotesupport.chat.socket;

import dev.remotesupport.chat.conversation.Conversation;
import dev.remotesupport.chat.conversation.Conversations;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Uses a participant's token up and finds or opens its conversation, in one transaction; turns away whose it is no more. */
@ApplicationScoped
class Admission {

    private final Tenancy tenancy;
    private final UsedTokens tokens;
    private final Conversations conversations;

    Admission(Tenancy tenancy, UsedTokens tokens, Conversations conversations) {
        this.tenancy = tenancy;
        this.tokens = tokens;
        this.conversations = conversations;
    }

    /**
     * Whether whoever was admitted still takes part.
     *
     * @throws dev.remotesupport.platform.problem.ProblemException as {@link Conversations#enter}
     */
    Uni<Conversation> confirm(Caller caller, String token) {
        return conversations.enter(caller.participant().orElseThrow().sessionId(), caller, token);
    }

    /**
     * Answers nothing when the token has been used before.
     *
     * @throws dev.remotesupport.platform.problem.ProblemException as {@link Conversations#confirm}
     */
    Uni<Optional<Conversation>> admit(Caller caller, String token) {
        return tenancy.inTransaction(
                        caller.organisationId(),
                        connection -> tokens.use(connection, caller)
                                .chain(first -> first
                                        ? conversations.open(connection, caller).map(Optional::of)
                                        : Uni.createFrom().item(Optional.<Conversation>empty())))
                .chain(admitted -> admitted.map(conversation -> conversations
                                .confirm(conversation, caller, token)
                                .map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(admitted)));
    }
}
