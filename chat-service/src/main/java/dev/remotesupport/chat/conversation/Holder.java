package dev.remotesupport.chat.conversation;

import java.util.Optional;

/**
 * Who has a conversation among the staff.
 *
 * @param staff who has it, as far as it is known here
 * @param handedOver whether somebody had it and nobody has it since
 */
public record Holder(Optional<String> staff, boolean handedOver) {

    /** Nothing is known: whoever holds a token for the conversation may be the first who has it. */
    public static final Holder UNKNOWN = new Holder(Optional.empty(), false);

    /** Whether a technician has it no more, if it ever had. */
    public boolean excludes(String technician) {
        return staff.map(id -> !id.equals(technician)).orElse(handedOver);
    }
}
