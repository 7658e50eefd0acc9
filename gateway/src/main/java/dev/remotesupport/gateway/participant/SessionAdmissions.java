package dev.remotesupport.gateway.participant;

import dev.remotesupport.gateway.participant.ParticipantResource.Tab;
import dev.remotesupport.gateway.upstream.InnerCalls;
import dev.remotesupport.gateway.upstream.Service;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Asks session-service whether a caller may take part; it alone knows. */
@ApplicationScoped
class SessionAdmissions {

    private final InnerCalls calls;

    SessionAdmissions(InnerCalls calls) {
        this.calls = calls;
    }

    /** Fails with session-service's own refusal, or with 503 or 504 when it is away. */
    Uni<Admission> ask(UUID session, Tab tab, String authorization) {
        return calls.send(
                HttpMethod.POST,
                Service.SESSION,
                "/internal/sessions/" + session + "/admissions",
                authorization,
                tab,
                Admission.class);
    }
}
