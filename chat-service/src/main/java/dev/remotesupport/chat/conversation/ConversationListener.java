package dev.remotesupport.chat.conversation;

import dev.remotesupport.contracts.chat.ChatMessage;
import java.util.List;
import java.util.UUID;

/** Hears what this replica has committed. Neither blocks nor fails. */
public interface ConversationListener {

    /** These messages of one conversation are stored, in the order of their sequence. */
    void posted(UUID conversation, List<ChatMessage> messages);

    /** Some messages of one conversation, this one the first, have another text now. */
    void rewritten(UUID conversation, long first);

    /** Something else about the conversation may have changed, such as its end. */
    void changed(UUID conversation);
}
