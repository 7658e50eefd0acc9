package dev.remotesupport.session.request;

/** What both ways of asking demand of a text. */
final class Text {

    /** Holds something to read; null is something else. */
    static final String NOT_BLANK = "(?s).*\\S.*";

    static final String BLANK = "must not be blank";

    /** The longest e-mail address (RFC 5321). */
    static final int EMAIL = 320;

    private Text() {}
}
