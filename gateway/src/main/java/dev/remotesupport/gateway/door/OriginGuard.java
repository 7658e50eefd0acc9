package dev.remotesupport.gateway.door;

import dev.remotesupport.gateway.site.SiteDirectory;
import dev.remotesupport.platform.caller.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Applies the origin rules, asking the sites where a site's list decides. */
@ApplicationScoped
class OriginGuard {

    private final SiteDirectory sites;

    OriginGuard(SiteDirectory sites) {
        this.sites = sites;
    }

    /** Whether a page of another origin may read the answer; fails with 403 when it may not even ask. */
    Uni<Boolean> admit(DoorRequest request, Optional<Caller> caller) {
        var refusal = OriginRules.refusal(request);
        if (refusal.isPresent()) {
            return Uni.createFrom().failure(refusal.get());
        }
        if (request.origin().isEmpty()) {
            return Uni.createFrom().item(false);
        }
        String origin = request.origin().get();
        // Customers, too, have a page of ours; whether a site's visitors are shown is the site's affair there, too.
        if (request.comesFromUs() && !OriginRules.announces(request.path())) {
            return Uni.createFrom().item(false);
        }
        if (caller.filter(OriginRules::belongsToSite).isPresent()) {
            return admitOnSite(request, origin, caller.get()).replaceWith(!request.comesFromUs());
        }
        // Staff and other systems do not call from other people's pages; without a token, it may be a site's page.
        return caller.isPresent()
                ? Uni.createFrom().failure(OriginRules.refused())
                : admitAnySite(origin).replaceWith(true);
    }

    /** A preflight carries no token: the origin has to be some site's. */
    Uni<Boolean> admitPreflight(String origin, String method, String path) {
        return OriginRules.isVisitorCall(method, path)
                ? sites.isAllowedAnywhere(origin)
                : Uni.createFrom().item(false);
    }

    private Uni<Void> admitOnSite(DoorRequest request, String origin, Caller caller) {
        return sites.byId(caller.site().orElseThrow())
                .invoke(site -> {
                    if (site.filter(known -> known.allows(origin)).isEmpty()) {
                        throw OriginRules.refused();
                    }
                    if (OriginRules.announces(request.path()) && !site.get().liveVisitors()) {
                        throw OriginRules.notLive();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> admitAnySite(String origin) {
        return sites.isAllowedAnywhere(origin)
                .invoke(allowed -> {
                    if (!allowed) {
                        throw OriginRules.refused();
                    }
                })
                .replaceWithVoid();
    }
}
