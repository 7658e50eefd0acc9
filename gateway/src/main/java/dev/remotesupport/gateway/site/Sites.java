package dev.remotesupport.gateway.site;

import static dev.remotesupport.gateway.GatewayProblem.PLAN_LIMIT;
import static dev.remotesupport.gateway.GatewayProblem.SITE_UNKNOWN;

import dev.remotesupport.contracts.event.SiteChanged;
import dev.remotesupport.gateway.organisation.Organisation;
import dev.remotesupport.gateway.organisation.Plan;
import dev.remotesupport.gateway.secret.RandomSecret;
import dev.remotesupport.gateway.site.SiteResource.LimitsView;
import dev.remotesupport.gateway.site.SiteResource.NewSite;
import dev.remotesupport.gateway.site.SiteResource.SiteChange;
import dev.remotesupport.gateway.site.SiteResource.SiteView;
import dev.remotesupport.gateway.tenancy.EntityTenancy;
import dev.remotesupport.gateway.tenancy.NewEvents;
import dev.remotesupport.platform.problem.PlatformProblem;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.platform.secret.SecretBox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Makes, changes and removes sites. */
@ApplicationScoped
class Sites {

    private final EntityTenancy tenancy;
    private final SecretBox secrets;
    private final SiteDirectory directory;

    Sites(EntityTenancy tenancy, SecretBox secrets, SiteDirectory directory) {
        this.tenancy = tenancy;
        this.secrets = secrets;
        this.directory = directory;
    }

    Uni<List<Site>> list(UUID organisation) {
        return tenancy.inOrganisation(organisation, () -> Site.list("order by lower(name), id"));
    }

    /** What the plan includes, and how many sites there are. */
    Uni<LimitsView> limits(UUID organisation) {
        return tenancy.inOrganisation(
                organisation,
                () -> Organisation.<Organisation>findById(organisation)
                        .chain(Plan::of)
                        .chain(plan -> Site.count()
                                .map(count ->
                                        new LimitsView(plan.title, count, plan.maxSites, plan.maxConcurrentSessions))));
    }

    /** Fails with 409 {@code plan-limit} when the plan includes no further site. */
    Uni<SiteView> create(UUID organisation, NewSite body) {
        var site = Site.create(organisation, body.name());
        String secret = giveSecret(site);
        site.allowedOrigins = origins(body.allowedOrigins());
        site.maskSelectors = texts(Optional.ofNullable(body.maskSelectors()).orElse(List.of()));
        site.guardSelectors = texts(Optional.ofNullable(body.guardSelectors()).orElse(List.of()));
        site.liveVisitors = Optional.ofNullable(body.liveVisitors()).orElse(true);
        return tenancy.inOrganisation(
                        organisation,
                        events -> Organisation.lock(organisation)
                                .call(Sites::keepToPlan)
                                .chain(() -> site.<Site>persist())
                                .invoke(made -> tell(events, made, false)))
                .invoke(directory::forget)
                .map(made -> SiteView.of(made, secret));
    }

    Uni<SiteView> change(UUID organisation, UUID id, SiteChange change) {
        return changing(organisation, id, site -> {
                    Optional.ofNullable(change.name()).ifPresent(name -> site.name = name.strip());
                    Optional.ofNullable(change.allowedOrigins())
                            .ifPresent(origins -> site.allowedOrigins = origins(origins));
                    Optional.ofNullable(change.maskSelectors())
                            .ifPresent(selectors -> site.maskSelectors = texts(selectors));
                    Optional.ofNullable(change.guardSelectors())
                            .ifPresent(selectors -> site.guardSelectors = texts(selectors));
                    Optional.ofNullable(change.liveVisitors()).ifPresent(shown -> site.liveVisitors = shown);
                })
                .map(SiteView::of);
    }

    /** @param keepOld how long the secret that is replaced still counts */
    Uni<SiteView> renewSecret(UUID organisation, UUID id, Duration keepOld) {
        var secret = new String[1];
        return changing(organisation, id, site -> {
                    site.sealedOldSecret = keepOld.isZero() ? null : site.sealedSecret;
                    site.oldSecretUntil =
                            keepOld.isZero() ? null : Instant.now().plus(keepOld);
                    secret[0] = giveSecret(site);
                })
                .map(site -> SiteView.of(site, secret[0]));
    }

    Uni<Void> remove(UUID organisation, UUID id) {
        return tenancy.inOrganisation(
                        organisation,
                        events -> find(id).invoke(site -> {
                                    site.version++;
                                    tell(events, site, true);
                                })
                                .chain(Site::delete))
                .invoke(directory::forget);
    }

    private Uni<Site> changing(UUID organisation, UUID id, Consumer<Site> change) {
        return tenancy.inOrganisation(
                        organisation,
                        events -> find(id).invoke(site -> {
                            change.accept(site);
                            site.version++;
                            tell(events, site, false);
                        }))
                .invoke(directory::forget);
    }

    private static Uni<Site> find(UUID id) {
        return Site.<Site>findById(id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> SITE_UNKNOWN.because("No site of your organisation has this id."));
    }

    private static Uni<Void> keepToPlan(Organisation organisation) {
        return Plan.of(organisation)
                .chain(plan -> Site.count()
                        .invoke(count -> {
                            if (count >= plan.maxSites) {
                                throw PLAN_LIMIT.because("Your plan, %s, includes %d site%s. Ask for a larger one."
                                        .formatted(plan.title, plan.maxSites, plan.maxSites == 1 ? "" : "s"));
                            }
                        })
                        .replaceWithVoid());
    }

    private String giveSecret(Site site) {
        String secret = RandomSecret.create();
        site.sealedSecret = secrets.seal(secret.getBytes(StandardCharsets.UTF_8), site.id.toString());
        return secret;
    }

    private static String[] origins(List<String> texts) {
        return texts.stream()
                .map(
                        text -> WebOrigin.of(text)
                                .orElseThrow(
                                        () -> new ProblemException(
                                                PlatformProblem.INVALID,
                                                "allowedOrigins takes origins such as https://shop.example, without path or wildcard.")))
                .map(WebOrigin::text)
                .distinct()
                .toArray(String[]::new);
    }

    private static String[] texts(List<String> texts) {
        return texts.stream().map(String::strip).distinct().toArray(String[]::new);
    }

    private static void tell(NewEvents events, Site site, boolean deleted) {
        events.add(new SiteChanged(site.organisationId, site.id, site.version, Instant.now(), site.name, deleted));
    }
}
