package dev.remotesupport.chat;

import dev.remotesupport.platform.problem.ProblemKind;

/** Everything the chat service refuses, over REST and on the socket. */
public enum ChatProblem implements ProblemKind {
    TEXT_NOT_ALLOWED(400, "text-not-allowed", "This text cannot be sent."),
    TYPE_NOT_SUPPORTED(400, "type-not-supported", "Messages of this type cannot be sent."),
    ATTACHMENT_NEEDED(400, "attachment-needed", "A file or image needs its attachment, and a text has none."),
    SEARCH_EMPTY(400, "search-empty", "There is nothing to search for."),
    VARIABLE_UNKNOWN(400, "variable-unknown", "The text has a variable that nobody fills in."),
    FILE_NAME_NOT_ALLOWED(400, "file-name-not-allowed", "A file cannot have this name."),
    FILE_EMPTY(400, "file-empty", "The file is empty."),
    FILE_TOO_LARGE(413, "file-too-large", "The file is too large."),
    FILE_TYPE_NOT_ALLOWED(415, "file-type-not-allowed", "Files of this type cannot be sent."),
    FILE_MISNAMED(415, "file-misnamed", "The file is not what its name says."),
    FILE_UNSAFE(422, "file-unsafe", "The file cannot be passed on safely."),
    NOTE_NOT_ALLOWED(403, "note-not-allowed", "Only staff write notes for staff."),
    RULE_NOT_ALLOWED(400, "rule-not-allowed", "This masking rule cannot be used."),
    ADDRESS_MISSING(400, "address-missing", "There is no mail address to send it to."),
    ADDRESS_NOT_YOURS(403, "address-not-yours", "A conversation is sent to your own address only."),
    NOT_A_PARTICIPANT(403, "not-a-participant", "This conversation is between others."),
    CONVERSATION_UNKNOWN(404, "conversation-unknown", "There is no such conversation."),
    ATTACHMENT_UNKNOWN(404, "attachment-unknown", "There is no such attachment."),
    CANNED_ANSWER_UNKNOWN(404, "canned-answer-unknown", "There is no such canned answer."),
    CODE_TAKEN(409, "code-taken", "This code is taken."),
    TOO_MANY_ANSWERS(409, "too-many-answers", "There are too many canned answers."),
    TOO_MANY_FILES(409, "too-many-files", "Send or leave what you have uploaded first."),
    SESSION_ENDED(409, "session-ended", "The session has ended."),
    MAIL_OFF(409, "mail-off", "This installation sends no mail."),
    TOO_MANY_TRANSCRIPTS(429, "too-many-transcripts", "This conversation was sent often enough for now."),
    TOO_FAST(429, "too-fast", "Too many messages at once. Wait a moment."),
    BUSY(503, "busy", "More messages are waiting than can be stored. Try again in a moment."),
    FILES_OFF(503, "files-off", "Files cannot be sent here."),
    UNAVAILABLE(503, "unavailable", "Messages cannot be stored at the moment. Try again.");

    private final int status;
    private final String code;
    private final String title;

    ChatProblem(int status, String code, String title) {
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
