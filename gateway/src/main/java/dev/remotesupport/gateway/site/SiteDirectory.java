package dev.remotesupport.gateway.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.remotesupport.gateway.organisation.Organisation;
import dev.remotesupport.gateway.tenancy.EntityTenancy;
import dev.remotesupport.platform.secret.SecretBox;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;

/**
 * Finds sites of any organisation, for callers who are not known yet. Remembers what it found, and what is not there, for
 * a few seconds: every visitor's request asks.
 */
@ApplicationScoped
public class SiteDirectory {

    private static final Duration REMEMBERED = Duration.ofSeconds(10);
    private static final String ANYWHERE =
            "SELECT EXISTS (SELECT FROM site WHERE allowed_origins @> CAST(ARRAY[?1] AS text[]))";

    private final EntityTenancy tenancy;
    private final SecretBox secrets;
    private final Cache<String, Optional<KnownSite>> sites = remembering();
    private final Cache<String, Boolean> origins = remembering();

    SiteDirectory(EntityTenancy tenancy, SecretBox secrets) {
        this.tenancy = tenancy;
        this.secrets = secrets;
    }

    public Uni<Optional<KnownSite>> byKey(String siteKey) {
        return find(siteKey, "siteKey", siteKey);
    }

    public Uni<Optional<KnownSite>> byId(UUID id) {
        return find(id.toString(), "id", id);
    }

    /** Whether any site's pages may come from there: all that can be known before a token was sent. */
    public Uni<Boolean> isAllowedAnywhere(String origin) {
        var known = origins.getIfPresent(origin);
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        return tenancy.asSystem(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(ANYWHERE, Boolean.class)
                                .setParameter(1, origin)
                                .getSingleResult()))
                .invoke(allowed -> origins.put(origin, allowed));
    }

    /** Called after a change, so that it is seen at once here and in seconds on other replicas. */
    void forget() {
        sites.invalidateAll();
        origins.invalidateAll();
    }

    private Uni<Optional<KnownSite>> find(String name, String field, Object value) {
        var known = sites.getIfPresent(name);
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        return tenancy.asSystem(
                        () -> Site.<Site>find(field, value).firstResult().chain(this::withOrganisation))
                .invoke(found -> sites.put(name, found));
    }

    private Uni<Optional<KnownSite>> withOrganisation(Site site) {
        return site == null
                ? Uni.createFrom().item(Optional.empty())
                : Organisation.<Organisation>findById(site.organisationId)
                        .map(organisation -> Optional.of(known(site, organisation)));
    }

    private KnownSite known(Site site, Organisation organisation) {
        return new KnownSite(
                site.id,
                site.organisationId,
                site.name,
                site.siteKey,
                key(site, site.sealedSecret),
                Optional.ofNullable(site.sealedOldSecret)
                        .map(old -> new KnownSite.OldSecret(key(site, old), site.oldSecretUntil)),
                Set.of(site.allowedOrigins),
                List.of(site.maskSelectors),
                List.of(site.guardSelectors),
                site.liveVisitors,
                organisation.suspended);
    }

    private SecretKeySpec key(Site site, byte[] sealed) {
        return new SecretKeySpec(secrets.open(sealed, site.id.toString()), "HmacSHA256");
    }

    private static <V> Cache<String, V> remembering() {
        return Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(REMEMBERED)
                .build();
    }
}
