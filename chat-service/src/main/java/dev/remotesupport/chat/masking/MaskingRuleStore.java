package dev.remotesupport.chat.masking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remotesupport.platform.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

/** The rules as the database keeps them: one row for each organisation that has said something. */
@ApplicationScoped
class MaskingRuleStore {

    private static final String FIND = "SELECT rules FROM masking_rules";

    private static final String SAVE = """
            INSERT INTO masking_rules (organisation_id, rules, changed_by) VALUES ($1, $2, $3)
            ON CONFLICT (organisation_id) DO UPDATE
            SET rules = excluded.rules, changed_by = excluded.changed_by, changed_at = clock_timestamp()
            """;

    private static final TypeReference<List<MaskingRule>> LIST = new TypeReference<>() {};

    private final Tenancy tenancy;
    private final ObjectMapper json;

    MaskingRuleStore(Tenancy tenancy, ObjectMapper json) {
        this.tenancy = tenancy;
        this.json = json;
    }

    Uni<MaskingRules> find(UUID organisation) {
        return tenancy.inTransaction(
                organisation,
                connection -> connection.query(FIND).execute().map(rows -> {
                    var found = rows.iterator();
                    return found.hasNext() ? read(found.next().getJsonArray("rules")) : MaskingRules.STANDARD;
                }));
    }

    Uni<Void> save(UUID organisation, MaskingRules rules, String by) {
        return tenancy.inTransaction(
                organisation,
                connection -> connection
                        .preparedQuery(SAVE)
                        .execute(Tuple.of(organisation, write(rules), by))
                        .replaceWithVoid());
    }

    private MaskingRules read(JsonArray rules) {
        try {
            return new MaskingRules(json.readValue(rules.encode(), LIST));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonArray write(MaskingRules rules) {
        try {
            return new JsonArray(json.writeValueAsString(rules.rules()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
