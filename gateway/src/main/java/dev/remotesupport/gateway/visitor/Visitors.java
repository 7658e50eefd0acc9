package dev.remotesupport.gateway.visitor;

import static dev.remotesupport.gateway.GatewayProblem.ORGANISATION_SUSPENDED;
import static dev.remotesupport.gateway.GatewayProblem.ORIGIN_REFUSED;
import static dev.remotesupport.gateway.GatewayProblem.SITE_UNKNOWN;

import dev.remotesupport.gateway.secret.RandomSecret;
import dev.remotesupport.gateway.site.KnownSite;
import dev.remotesupport.gateway.site.Site;
import dev.remotesupport.gateway.site.SiteDirectory;
import dev.remotesupport.gateway.tenancy.Constraints;
import dev.remotesupport.gateway.tenancy.EntityTenancy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Meets whoever opens a page of a site, and knows them again. */
@ApplicationScoped
class Visitors {

    private static final Duration SEEN_EVERY = Duration.ofSeconds(10);

    private final EntityTenancy tenancy;
    private final SiteDirectory sites;

    Visitors(EntityTenancy tenancy, SiteDirectory sites) {
        this.tenancy = tenancy;
        this.sites = sites;
    }

    /** A visitor, the key that its browser keeps, and the site it is on. */
    record Met(Visitor visitor, String visitorKey, KnownSite site) {}

    /** The site of a page. Fails with 403 or 404 unless the page's origin is on the site's list. */
    private Uni<KnownSite> site(String siteKey, String origin) {
        return sites.byKey(siteKey).map(found -> admit(found, origin));
    }

    /** What holds on the site's pages. A browser names no origin to its own server, and neither does whoever only looks. */
    Uni<KnownSite> rules(String siteKey, Optional<String> origin) {
        return sites.byKey(siteKey).map(found -> {
            var site = found.orElseThrow(() -> SITE_UNKNOWN.because("No site has this key."));
            return origin.map(named -> admit(found, named)).orElse(site);
        });
    }

    Uni<Met> meet(String siteKey, ScriptSeen seen, Optional<String> visitorKey, Optional<String> identify) {
        return site(siteKey, seen.origin())
                .chain(site -> meet(
                        site,
                        seen,
                        visitorKey,
                        identify.map(token -> IdentifyToken.check(token, site, Instant.now()))));
    }

    private Uni<Met> meet(KnownSite site, ScriptSeen seen, Optional<String> visitorKey, Optional<Identity> identity) {
        return tenancy.inOrganisation(
                        site.organisation(),
                        () -> known(site, visitorKey)
                                .chain(known -> identity.map(who -> customer(site, known, who))
                                        .orElseGet(() -> visitor(site, known)))
                                .call(() -> noteScript(site, seen)))
                // Two tabs that identify the same new customer at once: the second finds the first's.
                .onFailure(Constraints.violated("visitor_site_id_subject_key"))
                .retry()
                .atMost(1);
    }

    private static KnownSite admit(Optional<KnownSite> found, String origin) {
        var site = found.orElseThrow(() -> SITE_UNKNOWN.because("No site has this key."));
        if (site.suspended()) {
            throw ORGANISATION_SUSPENDED.because("Support is closed for the moment.");
        }
        if (!site.allows(origin)) {
            throw ORIGIN_REFUSED.because("Add this page's origin to the allowed origins of the site.");
        }
        return site;
    }

    /** The visitor that a browser's key belongs to, with that key. */
    private static Uni<Optional<Met>> known(KnownSite site, Optional<String> visitorKey) {
        return visitorKey
                .map(key -> Visitor.<Visitor>find("keyHash = ?1 and siteId = ?2", RandomSecret.hash(key), site.id())
                        .firstResult()
                        .map(found -> Optional.ofNullable(found).map(visitor -> new Met(visitor, key, site))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    /** Without the site's word, a browser's key never makes anybody a customer again: others may use that browser now. */
    private static Uni<Met> visitor(KnownSite site, Optional<Met> known) {
        return known.filter(met -> met.visitor().isAnonymous())
                .map(Visitors::seenAgain)
                .orElseGet(() -> create(site));
    }

    /** The customer of that subject; else this browser's visitor becomes it, and keeps what it has begun. */
    private static Uni<Met> customer(KnownSite site, Optional<Met> known, Identity identity) {
        return Visitor.<Visitor>find("siteId = ?1 and subject = ?2", site.id(), identity.subject())
                .firstResult()
                .chain(customer -> customer != null
                        // A key of nobody where there is none: alone, it will mean a new visitor.
                        ? seenAgain(new Met(customer, known.map(Met::visitorKey).orElseGet(RandomSecret::create), site))
                        : visitor(site, known))
                .invoke(met -> met.visitor().identify(identity));
    }

    private static Uni<Met> seenAgain(Met met) {
        met.visitor().lastSeenAt = Instant.now();
        return Uni.createFrom().item(met);
    }

    private static Uni<Met> create(KnownSite site) {
        String key = RandomSecret.create();
        return Visitor.create(site, RandomSecret.hash(key), Instant.now())
                .<Visitor>persist()
                .map(visitor -> new Met(visitor, key, site));
    }

    /** For the check "was the script seen?"; written now and then only, since every page view comes by. */
    private static Uni<Integer> noteScript(KnownSite site, ScriptSeen seen) {
        var now = Instant.now();
        return Site.update("""
                scriptSeenAt = ?1, scriptSeenOrigin = ?2, scriptSeenPage = ?3 where id = ?4
                and (scriptSeenAt is null or scriptSeenAt < ?5 or scriptSeenOrigin <> ?2)""", now, seen.origin(), seen.page().orElse(null), site.id(), now.minus(SEEN_EVERY));
    }
}
