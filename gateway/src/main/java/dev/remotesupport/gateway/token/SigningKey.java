package dev.remotesupport.gateway.token;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A stored key pair; the private half is sealed by the {@link dev.remotesupport.platform.secret.SecretBox}. */
@Entity
@Table(name = "signing_key")
class SigningKey extends PanacheEntityBase {

    @Id
    String kid;

    @Column(name = "public_key")
    byte[] publicKey;

    @Column(name = "private_key")
    byte[] sealedPrivateKey;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "signs_from")
    Instant signsFrom;
}
