package dev.remotesupport.gateway.site;

import dev.remotesupport.gateway.secret.RandomSecret;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A website of an organisation. */
@Entity
@Table(name = "site")
public class Site extends PanacheEntityBase {

    @Id
    public UUID id;

    @Column(name = "organisation_id")
    public UUID organisationId;

    public String name;

    /** Names the site in its pages; everybody can read it there. */
    @Column(name = "site_key")
    public String siteKey;

    /** Signs identify tokens; sealed by the {@link dev.remotesupport.platform.secret.SecretBox}. */
    @Column(name = "secret")
    public byte[] sealedSecret;

    /** The secret before it, sealed as well; it counts until {@link #oldSecretUntil}. */
    @Column(name = "old_secret")
    public byte[] sealedOldSecret;

    @Column(name = "old_secret_until")
    public Instant oldSecretUntil;

    /** The origins whose pages may use the site key. */
    @Column(name = "allowed_origins")
    public String[] allowedOrigins;

    /** What the recorder masks besides passwords and {@code data-private}. */
    @Column(name = "mask_selectors")
    public String[] maskSelectors;

    /** What a technician may propose only, and the customer does. */
    @Column(name = "guard_selectors")
    public String[] guardSelectors;

    /** Whether its pages tell that somebody is on them. */
    @Column(name = "live_visitors")
    public boolean liveVisitors;

    @Column(name = "script_seen_at")
    public Instant scriptSeenAt;

    @Column(name = "script_seen_origin")
    public String scriptSeenOrigin;

    /** The page that the script was seen on last, without query and fragment. */
    @Column(name = "script_seen_page")
    public String scriptSeenPage;

    /** Of the events that tell of it. */
    public long version;

    @Column(name = "created_at")
    public Instant createdAt;

    static Site create(UUID organisation, String name) {
        var site = new Site();
        site.id = UUID.randomUUID();
        site.organisationId = organisation;
        site.name = name.strip();
        site.siteKey = "site_" + RandomSecret.shortName();
        site.version = 1;
        site.createdAt = Instant.now();
        return site;
    }
}
