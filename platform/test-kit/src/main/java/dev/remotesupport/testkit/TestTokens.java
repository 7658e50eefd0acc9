package dev.remotesupport.testkit;

import java.util.Set;
import java.util.UUID;

/**
 * Tokens as the gateway issues them, really signed. A method answers what can still be changed; {@link TestToken#sign()}
 * makes the string: {@code TestTokens.staff(organisation, "support").named("Ada").sign()}.
 */
public final class TestTokens {
    static final String ISSUER = "remote-support";
    static final String KEY_ID = "test";

    private TestTokens() {}

    /** The operator of the installation, who belongs to no organisation. */
    public static TestToken operator() {
        return TestToken.of("operator").with("role", "operator");
    }

    /** A member of the staff; the role is one of support, team_lead, supervisor, admin, super_admin. */
    public static TestToken staff(UUID organisation, String role) {
        return TestToken.of("staff")
                .inOrganisation(organisation)
                .with("role", role)
                .inGroup(role);
    }

    /** A visitor of a site, not identified. */
    public static TestToken visitor(UUID organisation, UUID site) {
        return TestToken.of("visitor").inOrganisation(organisation).with("site", site.toString());
    }

    /** A customer whom the site has identified. */
    public static TestToken customer(UUID organisation, UUID site) {
        return TestToken.of("customer").inOrganisation(organisation).with("site", site.toString());
    }

    /** What the gateway exchanges an API key for. */
    public static TestToken apiKey(UUID organisation, String... scopes) {
        return TestToken.of("api_key").inOrganisation(organisation).with("scopes", Set.of(scopes));
    }

    /**
     * Binds a caller's token to one session, as {@code POST /api/sessions/{id}/participants} does.
     *
     * @param seat customer or technician
     * @param tab the browser tab
     */
    public static TestToken participant(TestToken caller, UUID session, UUID participant, String seat, String tab) {
        return caller.with("session", session.toString())
                .with("participant", participant.toString())
                .with("seat", seat)
                .with("tab", tab)
                .inGroup("participant");
    }

    /** What a member of the staff gets while a call rings: bound to its session, and good for making ready alone. */
    public static TestToken early(TestToken caller, UUID session, UUID participant, String tab) {
        var bound = participant(caller, session, participant, "technician", tab);
        return new TestToken(bound.claims(), Set.of("early"), bound.life());
    }
}
