package dev.remotesupport.session.request;

import dev.remotesupport.contracts.Channel;
import dev.remotesupport.session.lifecycle.Session;
import java.util.Optional;
import java.util.UUID;

/** What a session begins with. */
record Opening(
        Channel channel,
        Optional<UUID> site,
        Optional<String> subject,
        Optional<Session.Page> page,
        Optional<String> machineName,
        Optional<String> location,
        Optional<UUID> team,
        Optional<String> skill) {

    static Opening of(ChatStart start, Optional<UUID> site) {
        return new Opening(
                Channel.CHAT,
                site,
                Optional.ofNullable(start.subject()),
                page(start.page()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Opening of(CallStart start, Optional<UUID> site) {
        return new Opening(
                Channel.CALL,
                site,
                Optional.ofNullable(start.subject()),
                page(start.page()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Opening of(SessionStart start, Optional<UUID> site) {
        return new Opening(
                Optional.ofNullable(start.channel()).orElse(Channel.CHAT),
                site,
                Optional.ofNullable(start.subject()),
                page(start.page()),
                Optional.ofNullable(start.machineName()),
                Optional.ofNullable(start.location()),
                Optional.ofNullable(start.teamId()),
                Optional.ofNullable(start.skill()));
    }

    private static Optional<Session.Page> page(PageSeen page) {
        return Optional.ofNullable(page)
                .map(seen -> new Session.Page(
                        seen.url(), Optional.ofNullable(seen.title()).orElse("")));
    }
}
