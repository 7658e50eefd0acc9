package dev.remotesupport.gateway;

import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.platform.problem.ProblemKind;

/** The gateway's own problems. */
public enum GatewayProblem implements ProblemKind {
    PLAN_UNKNOWN(400, "There is no such plan."),
    SCOPE_UNKNOWN(400, "There is no such scope."),
    SOCKET_PROTOCOL(400, "The socket does not speak our protocol."),
    LOGIN_FAILED(401, "E-mail or password is wrong."),
    SIGNED_OUT(401, "Sign in again."),
    SESSION_IDLE(401, "You were signed out because nothing was done for a while."),
    SESSION_OVER(401, "You were signed in for as long as is allowed. Sign in again."),
    API_KEY_REFUSED(401, "The API key is not valid."),
    GUEST_UNKNOWN(401, "Your visit is over."),
    IDENTIFY_REFUSED(401, "The site's token is not valid."),
    CODE_REFUSED(401, "This link does not work any more."),
    PAGE_CLOSED(401, "This page is closed."),
    SETUP_CLOSED(403, "Set-up is closed."),
    SETUP_TOKEN(403, "The set-up token is wrong."),
    ORGANISATION_SUSPENDED(403, "The organisation is suspended."),
    ORIGIN_REFUSED(403, "This address may not call us."),
    CSRF(403, "The request did not come from our own pages."),
    ROLE_TOO_HIGH(403, "That role is above yours."),
    ORGANISATION_UNKNOWN(404, "There is no such organisation."),
    STAFF_UNKNOWN(404, "There is no such member of the staff."),
    SITE_UNKNOWN(404, "There is no such site."),
    API_KEY_UNKNOWN(404, "There is no such API key."),
    EMAIL_TAKEN(409, "That e-mail address has an account already."),
    ADMIN_EXISTS(409, "The organisation has a super admin already."),
    LAST_SUPER_ADMIN(409, "An organisation keeps at least one super admin."),
    PLAN_LIMIT(409, "The plan does not include more."),
    LOGIN_THROTTLED(429, "Too many attempts to sign in."),
    PASSWORDS_BUSY(503, "Too many people sign in right now."),
    UPSTREAM_AWAY(503, "A part of the service is away for a moment."),
    UPSTREAM_SLOW(504, "A part of the service took too long.");

    private final int status;
    private final String title;

    GatewayProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    /** A refusal with this entry of the catalogue. */
    public ProblemException because(String detail) {
        return new ProblemException(this, detail);
    }
}
