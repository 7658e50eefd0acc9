package dev.remotesupport.chat.mail;

import java.util.List;

/**
 * What an organisation is told by mail.
 *
 * @param alertTo the addresses of its alerts
 * @param missedChats whether it is told of chats that nobody took
 * @param language of its alerts
 */
record MailSettings(List<String> alertTo, boolean missedChats, String language) {

    static final MailSettings NONE = new MailSettings(List.of(), false, "en");

    boolean tellsOfMissedChats() {
        return missedChats && !alertTo.isEmpty();
    }
}
