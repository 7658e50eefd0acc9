package dev.remotesupport.chat.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an organisation is told by mail.
 *
 * @param alertTo the addresses of its alerts
 * @param missedChats whether it is told of chats that nobody took
 * @param waitLimit after how long of waiting it is told of a customer; of none when absent
 * @param nobodyThere whether it is told when somebody waits and nobody takes sessions
 * @param quiet how long no second alert of the same kind follows
 * @param language of its alerts
 */
public record MailSettings(
        List<String> alertTo,
        boolean missedChats,
        Optional<Duration> waitLimit,
        boolean nobodyThere,
        Duration quiet,
        String language) {

    static final Duration USUAL_QUIET = Duration.ofMinutes(30);

    static final MailSettings NONE = new MailSettings(List.of(), false, Optional.empty(), false, USUAL_QUIET, "en");

    boolean tellsOfMissedChats() {
        return missedChats && !alertTo.isEmpty();
    }
}
