package dev.remotesupport.session;

import dev.remotesupport.platform.problem.ProblemKind;

/** Everything the session service refuses. */
public enum SessionProblem implements ProblemKind {
    QUERY_NOT_UNDERSTOOD(400, "query-not-understood", "This search cannot be understood."),
    TAG_NOT_ALLOWED(400, "tag-not-allowed", "A session cannot have this tag."),
    HOURS_NOT_UNDERSTOOD(400, "hours-not-understood", "These hours cannot be understood."),
    SETTINGS_CONTRADICT(400, "settings-contradict", "These settings contradict each other."),
    TRANSFER_TARGET(400, "transfer-target", "Say to whom, or to which team."),
    STAFF_REQUIRED(400, "staff-required", "Say which member of the staff is meant."),
    PLAN_LIMIT(402, "plan-limit", "The plan does not include more."),
    NOT_YOUR_SESSION(403, "not-your-session", "This session belongs to somebody else."),
    NOT_YOUR_IDENTITY(403, "not-your-identity", "You can ask for help only in your own name."),
    NOT_YOUR_CONSENT(403, "not-your-consent", "Only the customer can allow this."),
    NOT_YOUR_CALL(403, "not-your-call", "This call is not for you."),
    NOT_YOUR_NOTE(403, "not-your-note", "This note is somebody else's."),
    NOT_YOUR_CASE(403, "not-your-case", "You cannot change this case."),
    SESSION_UNKNOWN(404, "session-unknown", "There is no such session."),
    CALL_UNKNOWN(404, "call-unknown", "There is no such call."),
    NOTE_UNKNOWN(404, "note-unknown", "There is no such note."),
    CASE_UNKNOWN(404, "case-unknown", "There is no such case."),
    CODE_UNKNOWN(404, "code-unknown", "There is no such code."),
    INVITATION_UNKNOWN(404, "invitation-unknown", "There is no such invitation."),
    CUSTOMER_UNKNOWN(404, "customer-unknown", "There is no such customer."),
    STAFF_UNKNOWN(404, "staff-unknown", "There is no such member of the staff."),
    TEAM_UNKNOWN(404, "team-unknown", "There is no such team."),
    TEAM_NAME_TAKEN(409, "team-name-taken", "There is a team of this name."),
    SESSION_ENDED(409, "session-ended", "The session has ended."),
    CALL_OVER(409, "call-over", "The call is over."),
    ALREADY_ASSIGNED(409, "already-assigned", "Somebody else has this session."),
    STAFF_NOT_AVAILABLE(409, "staff-not-available", "This member of the staff takes no sessions now."),
    STAFF_AT_CAPACITY(409, "staff-at-capacity", "This member of the staff has as many sessions as he or she may have."),
    NOT_OFFERED(409, "not-offered", "The session is not offered to you, or not any more."),
    NOT_NOW(409, "not-now", "The session does not allow this at the moment."),
    TOO_MANY_NOTES(409, "too-many-notes", "The session has too many notes."),
    OTHER_CUSTOMER(409, "other-customer", "The session is of another customer."),
    CASE_FULL(409, "case-full", "The case has too many sessions."),
    ALREADY_RATED(409, "already-rated", "The session has been rated."),
    RATED_TOO_LATE(409, "rated-too-late", "It is too late to rate this session."),
    TOO_MANY_INVITATIONS(409, "too-many-invitations", "You have too many open codes."),
    HELPED_BY_ANOTHER(409, "helped-by-another", "Somebody else helps this visitor already."),
    TOO_MANY_PARTICIPANTS(409, "too-many-participants", "Too many take part in this session."),
    CODE_USED(410, "code-used", "This code has been used."),
    CODE_EXPIRED(410, "code-expired", "This code has run out.");

    private final int status;
    private final String code;
    private final String title;

    SessionProblem(int status, String code, String title) {
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
}
