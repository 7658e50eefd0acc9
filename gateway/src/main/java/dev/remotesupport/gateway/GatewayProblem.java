package dev.remotesupport.gateway;

import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.platform.problem.ProblemKind;

/** The gateway's own problems. */
public enum GatewayProblem implements ProblemKind {
    PLAN_UNKNOWN(400, "plan-unknown", "There is no such plan."),
    SCOPE_UNKNOWN(400, "scope-unknown", "There is no such scope."),
    SOCKET_PROTOCOL(400, "socket-protocol", "The socket does not speak our protocol."),
    LOGIN_FAILED(401, "login-failed", "E-mail or password is wrong."),
    SIGNED_OUT(401, "signed-out", "Sign in again."),
    SESSION_IDLE(401, "session-idle", "You were signed out because nothing was done for a while."),
    SESSION_OVER(401, "session-over", "You were signed in for as long as is allowed. Sign in again."),
    API_KEY_REFUSED(401, "api-key-refused", "The API key is not valid."),
    GUEST_UNKNOWN(401, "guest-unknown", "Your visit is over."),
    IDENTIFY_REFUSED(401, "identify-refused", "The site's token is not valid."),
    CODE_REFUSED(401, "code-refused", "This link does not work any more."),
    PAGE_CLOSED(401, "page-closed", "This page is closed."),
    SETUP_CLOSED(403, "setup-closed", "Set-up is closed."),
    SETUP_TOKEN(403, "setup-token", "The set-up token is wrong."),
    ORGANISATION_SUSPENDED(403, "organisation-suspended", "The organisation is suspended."),
    ORIGIN_REFUSED(403, "origin-refused", "This address may not call us."),
    CSRF(403, "csrf", "The request did not come from our own pages."),
    ROLE_TOO_HIGH(403, "role-too-high", "That role is above yours."),
    ORGANISATION_UNKNOWN(404, "organisation-unknown", "There is no such organisation."),
    STAFF_UNKNOWN(404, "staff-unknown", "There is no such member of the staff."),
    SITE_UNKNOWN(404, "site-unknown", "There is no such site."),
    API_KEY_UNKNOWN(404, "api-key-unknown", "There is no such API key."),
    EMAIL_TAKEN(409, "email-taken", "That e-mail address has an account already."),
    ADMIN_EXISTS(409, "admin-exists", "The organisation has a super admin already."),
    LAST_SUPER_ADMIN(409, "last-super-admin", "An organisation keeps at least one super admin."),
    PLAN_LIMIT(409, "plan-limit", "The plan does not include more."),
    LOGIN_THROTTLED(429, "login-throttled", "Too many attempts to sign in."),
    PASSWORDS_BUSY(503, "passwords-busy", "Too many people sign in right now."),
    UPSTREAM_AWAY(503, "upstream-away", "A part of the service is away for a moment."),
    UPSTREAM_SLOW(504, "upstream-slow", "A part of the service took too long.");

    private final int status;
    private final String code;
    private final String title;

    GatewayProblem(int status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String code() {
        return code;
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
