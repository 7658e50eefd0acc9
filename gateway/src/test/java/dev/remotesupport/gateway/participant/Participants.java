package dev.remotesupport.gateway.participant;

import static dev.remotesupport.gateway.TestGateway.as;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;

/** Asking for the right to take part. */
public final class Participants {

    private Participants() {}

    @CanIgnoreReturnValue
    public static ValidatableResponse asking(String caller, String origin, UUID session, String tab) {
        return as(caller)
                .header("Origin", origin)
                .body(Map.of("tab", tab))
                .post("/api/sessions/{id}/participants", session)
                .then();
    }

    public static String token(String caller, String origin, UUID session, String tab) {
        return asking(caller, origin, session, tab).statusCode(201).extract().path("token");
    }
}
