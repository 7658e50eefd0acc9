package dev.remotesupport.gateway.participant;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import dev.remotesupport.contracts.Seat;
import java.util.UUID;

/**
 * Session-service's yes.
 *
 * @param session handed on to the caller as it is
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Admission(
        UUID sessionId, UUID organisation, UUID participantId, Seat seat, String displayName, JsonNode session) {}
