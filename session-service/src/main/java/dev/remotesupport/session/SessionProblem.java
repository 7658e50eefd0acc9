package dev.remotesupport.session;

import dev.remotesupport.platform.problem.ProblemKind;

/** Everything the session service refuses. */
public enum SessionProblem implements ProblemKind {
    QUERY_NOT_UNDERSTOOD(400, "This search cannot be understood."),
    TAG_NOT_ALLOWED(400, "A session cannot have this tag."),
    HOURS_NOT_UNDERSTOOD(400, "These hours cannot be understood."),
    SETTINGS_CONTRADICT(400, "These settings contradict each other."),
    TRANSFER_TARGET(400, "Say to whom, or to which team."),
    STAFF_REQUIRED(400, "Say which member of the staff is meant."),
    PLAN_LIMIT(402, "The plan does not include more."),
    NOT_YOUR_SESSION(403, "This session belongs to somebody else."),
    NOT_YOUR_IDENTITY(403, "You can ask for help only in your own name."),
    NOT_YOUR_CONSENT(403, "Only the customer can allow this."),
    NOT_YOUR_CALL(403, "This call is not for you."),
    NOT_YOUR_NOTE(403, "This note is somebody else's."),
    NOT_YOUR_CASE(403, "You cannot change this case."),
    SESSION_UNKNOWN(404, "There is no such session."),
    CALL_UNKNOWN(404, "There is no such call."),
    NOTE_UNKNOWN(404, "There is no such note."),
    CASE_UNKNOWN(404, "There is no such case."),
    CODE_UNKNOWN(404, "There is no such code."),
    INVITATION_UNKNOWN(404, "There is no such invitation."),
    CUSTOMER_UNKNOWN(404, "There is no such customer."),
    STAFF_UNKNOWN(404, "There is no such member of the staff."),
    TEAM_UNKNOWN(404, "There is no such team."),
    TEAM_NAME_TAKEN(409, "There is a team of this name."),
    SESSION_ENDED(409, "The session has ended."),
    CALL_OVER(409, "The call is over."),
    ALREADY_ASSIGNED(409, "Somebody else has this session."),
    STAFF_NOT_AVAILABLE(409, "This member of the staff takes no sessions now."),
    STAFF_AT_CAPACITY(409, "This member of the staff has as many sessions as he or she may have."),
    NOT_OFFERED(409, "The session is not offered to you, or not any more."),
    NOT_NOW(409, "The session does not allow this at the moment."),
    TOO_MANY_NOTES(409, "The session has too many notes."),
    OTHER_CUSTOMER(409, "The session is of another customer."),
    CASE_FULL(409, "The case has too many sessions."),
    ALREADY_RATED(409, "The session has been rated."),
    RATED_TOO_LATE(409, "It is too late to rate this session."),
    TOO_MANY_INVITATIONS(409, "You have too many open codes."),
    HELPED_BY_ANOTHER(409, "Somebody else helps this visitor already."),
    TOO_MANY_PARTICIPANTS(409, "Too many take part in this session."),
    CODE_USED(410, "This code has been used."),
    CODE_EXPIRED(410, "This code has run out.");

    private final int status;
    private final String title;

    SessionProblem(int status, String title) {
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
}
