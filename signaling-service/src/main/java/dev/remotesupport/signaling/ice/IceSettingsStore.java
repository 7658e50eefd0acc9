package dev.remotesupport.signaling.ice;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.remotesupport.contracts.signal.IcePolicy;
import dev.remotesupport.platform.secret.SecretBox;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.signaling.SignalingConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The servers of organisations in Postgres, with their secrets sealed. */
@ApplicationScoped
class IceSettingsStore {

    private static final Logger LOG = Logger.getLogger(IceSettingsStore.class);

    private static final String FIND =
            "SELECT stun, turn, policy, secret, changed_at FROM ice_settings WHERE organisation_id = $1";

    private static final String SAVE = """
            INSERT INTO ice_settings (organisation_id, stun, turn, policy, secret, changed_by) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (organisation_id) DO UPDATE SET stun = excluded.stun, turn = excluded.turn, policy = excluded.policy,
              secret = excluded.secret, changed_by = excluded.changed_by, changed_at = clock_timestamp()
            RETURNING stun, turn, policy, secret, changed_at
            """;

    private static final String REMOVE = "DELETE FROM ice_settings WHERE organisation_id = $1";

    private final Tenancy tenancy;
    private final Optional<SecretBox> box;

    @Inject
    IceSettingsStore(Tenancy tenancy, SignalingConfig config) {
        this.tenancy = tenancy;
        this.box = config.encryptionKey().map(SecretBox::new);
    }

    Uni<Optional<IceSettings>> find(UUID organisation) {
        return tenancy.inTransaction(organisation, connection -> find(connection, organisation, FIND));
    }

    /** Fails with 400 {@code servers-not-allowed}, or with 409 {@code secrets-off} where no secret can be kept. */
    Uni<IceSettings> change(UUID organisation, IceChange wanted, String by) {
        return tenancy.inTransaction(
                organisation,
                connection -> find(connection, organisation, FIND + " FOR UPDATE")
                        .map(stored -> IceSettings.changed(wanted, stored))
                        .chain(settings -> connection
                                .preparedQuery(SAVE)
                                .execute(Tuple.of(
                                        organisation,
                                        settings.stun().toArray(String[]::new),
                                        settings.turn().toArray(String[]::new),
                                        settings.policy().wire(),
                                        settings.secret()
                                                .map(secret -> seal(secret, organisation))
                                                .orElse(null),
                                        by)))
                        .map(rows -> read(rows.iterator().next(), organisation)));
    }

    Uni<Void> remove(UUID organisation) {
        return tenancy.inTransaction(
                organisation,
                connection -> connection
                        .preparedQuery(REMOVE)
                        .execute(Tuple.of(organisation))
                        .replaceWithVoid());
    }

    private Uni<Optional<IceSettings>> find(SqlConnection connection, UUID organisation, String statement) {
        return connection
                .preparedQuery(statement)
                .execute(Tuple.of(organisation))
                .map(rows -> {
                    var found = rows.iterator();
                    return found.hasNext() ? Optional.of(read(found.next(), organisation)) : Optional.empty();
                });
    }

    private IceSettings read(Row row, UUID organisation) {
        return new IceSettings(
                List.of(row.getArrayOfStrings("stun")),
                List.of(row.getArrayOfStrings("turn")),
                IcePolicy.of(row.getString("policy")),
                Optional.ofNullable(row.getBuffer("secret")).flatMap(kept -> open(kept.getBytes(), organisation)),
                Optional.of(row.getOffsetDateTime("changed_at").toInstant()));
    }

    private Buffer seal(String secret, UUID organisation) {
        return box.map(opened -> Buffer.buffer(opened.seal(secret.getBytes(UTF_8), organisation.toString())))
                .orElseThrow(() -> IceProblem.SECRETS_OFF.because(
                        "The operator has not set remote-support.signaling.encryption-key."));
    }

    /** Without its secret a relay is not told to anybody; sessions go on. */
    private Optional<String> open(byte[] kept, UUID organisation) {
        try {
            return box.map(opened -> new String(opened.open(kept, organisation.toString()), UTF_8));
        } catch (IllegalStateException e) {
            LOG.errorf("TURN secret not read organisation=%s failure=%s", organisation, e.getMessage());
            return Optional.empty();
        }
    }
}
