package dev.remotesupport.session.lifecycle;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.caller.CurrentCaller;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What a reader sees of a person, decided where an answer is written: no route can forget it. A reader who is not known sees
 * least.
 */
public final class SeenByRole {

    private SeenByRole() {}

    /** Whether the reader sees addresses and numbers whole: customers their own, systems, and who leads staff. */
    public static boolean seesContacts(Caller reader) {
        return reader.kind() != CallerKind.STAFF || reader.isStaffAtLeast(StaffRole.TEAM_LEAD);
    }

    static boolean seesWhatStaffWrite(Caller reader) {
        return reader.kind() == CallerKind.STAFF || reader.kind() == CallerKind.API_KEY;
    }

    private static Optional<Caller> reader() {
        return Arc.container().requestContext().isActive()
                ? Optional.of(
                        Arc.container().instance(CurrentCaller.class).get().get())
                : Optional.empty();
    }

    /** Text that is or may hold an e-mail address or a telephone number. */
    @RegisterForReflection
    public static final class Contact extends JsonSerializer<String> {

        @Override
        public void serialize(String text, JsonGenerator json, SerializerProvider serializers) throws IOException {
            var whole = reader().filter(SeenByRole::seesContacts).isPresent();
            json.writeString(whole ? text : ContactMask.of(text));
        }
    }

    /** A list of words that staff keep to themselves: empty for everybody else. */
    @RegisterForReflection
    public static final class StaffOnly extends JsonSerializer<List<String>> {

        @Override
        public void serialize(List<String> words, JsonGenerator json, SerializerProvider serializers)
                throws IOException {
            json.writeStartArray();
            if (reader().filter(SeenByRole::seesWhatStaffWrite).isPresent()) {
                for (var word : words) {
                    json.writeString(word);
                }
            }
            json.writeEndArray();
        }
    }
}
