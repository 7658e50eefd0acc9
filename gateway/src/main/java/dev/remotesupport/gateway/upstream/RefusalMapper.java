package dev.remotesupport.gateway.upstream;

import dev.remotesupport.platform.problem.Problem;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Hands a service's refusal on; its id is in that service's log. */
class RefusalMapper {

    @ServerExceptionMapper
    public Response refused(UpstreamRefusal refusal) {
        return Response.status(refusal.status())
                .type(Problem.MEDIA_TYPE)
                .entity(refusal.getMessage())
                .build();
    }
}
