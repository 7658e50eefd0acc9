package dev.remotesupport.gateway.token;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/** Lets the gateway's own resources check tokens with the keys in memory instead of asking itself over HTTP, as services do. */
@Alternative
@Priority(2)
@ApplicationScoped
class OwnTokens extends JWTCallerPrincipalFactory {

    private final TokenVerifier verifier;

    OwnTokens(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context) throws ParseException {
        try {
            return verifier.verify(token);
        } catch (SecurityException e) {
            throw new ParseException("the token is not valid", e);
        }
    }
}
