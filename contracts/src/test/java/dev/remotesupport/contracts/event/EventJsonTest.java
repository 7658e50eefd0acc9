package dev.remotesupport.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {

    private static final UUID ORGANISATION = UUID.fromString("0198e000-1111-7000-8000-0a1b2c3d4e5f");
    private static final UUID ID = UUID.fromString("0198f3a1-7c54-7d02-9b1e-4a6f2c8d1e01");
    private static final Instant AT = Instant.parse("2026-11-21T09:30:00Z");

    @Test
    void anEventIsReadBackByItsType() {
        Event event = new SessionAssigned(ORGANISATION, ID, 3, AT, ORGANISATION);

        String json = EventJson.write(event);

        assertThat(json).startsWith("{\"type\":\"SessionAssigned\"");
        assertThat(EventJson.read(json)).isEqualTo(event);
    }

    @Test
    void whoAsksForOneKindGetsNoOtherAndNoFailure() {
        var queued = new SessionQueued(ORGANISATION, ID, 2, AT);

        assertThat(EventJson.read(EventJson.write(queued), SessionEvent.class)).contains(queued);
        assertThat(EventJson.read(EventJson.write(new StaffRemoved(ORGANISATION, ID, 1, AT)), SessionEvent.class))
                .isEmpty();
        assertThat(EventJson.read("{", SessionEvent.class)).isEmpty();
        assertThat(EventJson.read("null", SessionEvent.class)).isEmpty();
    }

    @Test
    void anEventKnowsItsTopicAndKey() {
        assertThat(new SessionQueued(ORGANISATION, ID, 2, AT))
                .returns("session.events.v1", Event::topic)
                .returns(ID.toString(), Event::key)
                .returns("SessionQueued", Event::type);
        assertThat(new ConversationOpened(ORGANISATION, ID, 1, AT))
                .returns("chat.events.v1", Event::topic)
                .returns(ID.toString(), Event::key);
        assertThat(new OrganisationCreated(ORGANISATION, 1, AT, "team", null))
                .returns("identity.events.v1", Event::topic)
                .returns(ORGANISATION.toString(), Event::key);
        assertThat(new StaffRemoved(ORGANISATION, ID, 1, AT)).returns(ID.toString(), Event::key);
        assertThat(new CallQueued(ORGANISATION, ID, 1, AT, ORGANISATION))
                .returns("call.events.v1", Event::topic)
                .returns(ID.toString(), Event::key);
    }

    @Test
    void metadataRepeatsWhatTheEventSays() {
        Event event = new SessionQueued(ORGANISATION, ID, 2, AT);

        EventMetadata metadata = EventMetadata.of(ORGANISATION, event, "session-service");

        assertThat(metadata)
                .isEqualTo(new EventMetadata(
                        ORGANISATION, "SessionQueued", ORGANISATION, ID.toString(), 2, AT, "session-service"));
    }

    @Test
    void freeTextIsNoReason() {
        assertThatThrownBy(() -> new SessionEnded(ORGANISATION, ID, 4, AT, "Called Zoë at home", null, AT, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "{\"type\":\"Unheard\"}", "{\"type\":\"SessionQueued\"}"})
    void whatIsNoEventIsRefused(String json) {
        assertThatThrownBy(() -> EventJson.read(json)).isInstanceOf(IllegalArgumentException.class);
    }
}
