package dev.remotesupport.session.presence;

import dev.remotesupport.contracts.Limits;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.event.ParticipantJoined;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the customer's machine is called when nobody has named it: by its helper, else by browser and system. */
final class MachineName {

    private MachineName() {}

    static Optional<String> of(ParticipantJoined joined) {
        if (joined.seat() != Seat.CUSTOMER) {
            return Optional.empty();
        }
        return said(joined.machineName())
                .or(() -> Stream.of(said(joined.browser()), said(joined.os()))
                        .flatMap(Optional::stream)
                        .collect(Collectors.collectingAndThen(Collectors.joining(" on "), MachineName::said)))
                .map(name -> name.length() > Limits.NAME ? name.substring(0, Limits.NAME) : name);
    }

    private static Optional<String> said(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(stripped -> !stripped.isEmpty());
    }
}
