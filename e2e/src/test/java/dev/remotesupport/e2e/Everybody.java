package dev.remotesupport.e2e;

import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.contracts.permission.Action;
import dev.remotesupport.contracts.permission.Permissions;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A token for each kind of caller that the matrix knows, and somebody without any. */
record Everybody(RunningSuite suite) {

    List<Probe.Who> everybody(Permissions permissions) {
        var all = new ArrayList<Probe.Who>();
        all.add(new Probe.Who("nobody", Set.of(), Optional.empty()));
        Arrays.stream(StaffRole.values()).map(StaffRole::wire).forEach(role -> all.add(signedIn(role)));
        all.add(signedIn("operator"));
        all.add(introduced("visitor", Map.of("siteKey", suite.siteKey())));
        all.add(introduced(
                "customer", Map.of("siteKey", suite.siteKey(), "identify", identify(suite, "customer-of-the-matrix"))));
        all.addAll(apiKeys(permissions));
        return all;
    }

    private Probe.Who signedIn(String role) {
        return who(role, rest("").loggedIn(suite.account(role, 0)).bearer());
    }

    private Probe.Who introduced(String kind, Map<String, String> introduction) {
        return who(
                kind,
                rest("").post("/api/visitors", introduction)
                        .body()
                        .get("accessToken")
                        .asText());
    }

    /** A key with every scope, one for each scope alone, and one each with all scopes but that. */
    private List<Probe.Who> apiKeys(Permissions permissions) {
        var scopes = new TreeSet<String>();
        permissions.actions().stream().map(Action::allowed).forEach(scopes::addAll);
        scopes.removeIf(name -> !name.startsWith(Probe.Who.API_KEY));
        var keys = new ArrayList<Probe.Who>();
        keys.add(apiKey(Probe.Who.EVERY_SCOPE, scopes));
        for (var scope : scopes) {
            var others = new TreeSet<>(scopes);
            others.remove(scope);
            keys.add(apiKey(scope, Set.of(scope)));
            keys.add(apiKey("all but " + scope, others));
        }
        return keys;
    }

    private Probe.Who apiKey(String name, Set<String> scopes) {
        var admin = rest("").loggedIn(suite.account("admin", 0));
        var wanted = scopes.stream()
                .map(scope -> scope.substring(Probe.Who.API_KEY.length()))
                .toList();
        var key =
                admin.post("/api/keys", Map.of("name", name, "scopes", wanted)).body();
        return new Probe.Who(name, scopes, Optional.of(key.get("secret").asText()));
    }

    /** What the site's own server would say of somebody who is signed in there. */
    static String identify(RunningSuite suite, String customer) {
        var head = base64("{\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8));
        var claims = "{\"aud\":\"%s\",\"sub\":\"%s\",\"name\":\"Grace\",\"exp\":%d}"
                .formatted(
                        suite.siteKey(),
                        customer,
                        Instant.now().plusSeconds(600).getEpochSecond());
        var signed = head + "." + base64(claims.getBytes(StandardCharsets.UTF_8));
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(suite.siteSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return signed + "." + base64(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Probe.Who who(String name, String token) {
        return new Probe.Who(name, Set.of(name), Optional.of(token));
    }

    private Rest rest(String bearer) {
        return new Rest(suite.baseUrl(), bearer);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
