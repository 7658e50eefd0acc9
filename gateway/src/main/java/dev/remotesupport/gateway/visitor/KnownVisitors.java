package dev.remotesupport.gateway.visitor;

import static dev.remotesupport.gateway.GatewayProblem.ORGANISATION_SUSPENDED;

import dev.remotesupport.gateway.site.KnownSite;
import dev.remotesupport.gateway.site.SiteDirectory;
import dev.remotesupport.gateway.tenancy.EntityTenancy;
import dev.remotesupport.gateway.token.TokenSubject;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Finds people of sites whom we have met before. */
@ApplicationScoped
public class KnownVisitors {

    private final EntityTenancy tenancy;
    private final SiteDirectory sites;

    KnownVisitors(EntityTenancy tenancy, SiteDirectory sites) {
        this.tenancy = tenancy;
        this.sites = sites;
    }

    /** @param subject as a token would name the visitor now */
    public record KnownVisitor(UUID id, TokenSubject subject, KnownSite site) {}

    /** Fails with 403 {@code organisation-suspended}. */
    public Uni<Optional<KnownVisitor>> find(UUID organisation, UUID id) {
        return tenancy.inOrganisation(organisation, () -> Visitor.<Visitor>findById(id))
                .chain(visitor -> visitor == null
                        ? Uni.createFrom().item(Optional.empty())
                        : sites.byId(visitor.siteId).map(site -> site.map(found -> known(visitor, found))));
    }

    private static KnownVisitor known(Visitor visitor, KnownSite site) {
        if (site.suspended()) {
            throw ORGANISATION_SUSPENDED.because("Support is closed for the moment.");
        }
        return new KnownVisitor(visitor.id, visitor.tokenSubject(), site);
    }
}
