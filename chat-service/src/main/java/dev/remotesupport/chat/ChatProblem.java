package dev.remotesupport.chat;

import dev.remotesupport.platform.problem.ProblemKind;

/** Everything the chat service refuses, over REST and on the socket. */
public enum ChatProblem implements ProblemKind {
    TEXT_NOT_ALLOWED(400, "This text cannot be sent."),
    TYPE_NOT_SUPPORTED(400, "Messages of this type cannot be sent."),
    ATTACHMENT_NEEDED(400, "A file or image needs its attachment, and a text has none."),
    SEARCH_EMPTY(400, "There is nothing to search for."),
    VARIABLE_UNKNOWN(400, "The text has a variable that nobody fills in."),
    FILE_NAME_NOT_ALLOWED(400, "A file cannot have this name."),
    FILE_EMPTY(400, "The file is empty."),
    FILE_TOO_LARGE(413, "The file is too large."),
    FILE_TYPE_NOT_ALLOWED(415, "Files of this type cannot be sent."),
    FILE_MISNAMED(415, "The file is not what its name says."),
    FILE_UNSAFE(422, "The file cannot be passed on safely."),
    NOTE_NOT_ALLOWED(403, "Only staff write notes for staff."),
    RULE_NOT_ALLOWED(400, "This masking rule cannot be used."),
    ADDRESS_MISSING(400, "There is no mail address to send it to."),
    ADDRESS_NOT_YOURS(403, "A conversation is sent to your own address only."),
    NOT_A_PARTICIPANT(403, "This conversation is between others."),
    CONVERSATION_UNKNOWN(404, "There is no such conversation."),
    ATTACHMENT_UNKNOWN(404, "There is no such attachment."),
    CANNED_ANSWER_UNKNOWN(404, "There is no such canned answer."),
    CODE_TAKEN(409, "This code is taken."),
    TOO_MANY_ANSWERS(409, "There are too many canned answers."),
    TOO_MANY_FILES(409, "Send or leave what you have uploaded first."),
    SESSION_ENDED(409, "The session has ended."),
    MAIL_OFF(409, "This installation sends no mail."),
    TOO_MANY_TRANSCRIPTS(429, "This conversation was sent often enough for now."),
    TOO_FAST(429, "Too many messages at once. Wait a moment."),
    BUSY(503, "More messages are waiting than can be stored. Try again in a moment."),
    FILES_OFF(503, "Files cannot be sent here."),
    UNAVAILABLE(503, "Messages cannot be stored at the moment. Try again.");

    private final int status;
    private final String title;

    ChatProblem(int status, String title) {
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
