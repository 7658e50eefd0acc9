package dev.remotesupport.session.call;

import dev.remotesupport.contracts.Channel;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.session.SessionConfig;
import dev.remotesupport.session.lifecycle.Command;
import dev.remotesupport.session.lifecycle.MovesAlong;
import dev.remotesupport.session.lifecycle.Session;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets a call wait, ring and end with its session: what routing does to the session it does to the call. Whoever accepts an offer has
 * answered; at whoever is given a session in another way its call rings.
 */
@ApplicationScoped
class FollowSession implements MovesAlong {

    private final Calls calls;
    private final MoveCall moves;
    private final SessionConfig config;

    FollowSession(Calls calls, MoveCall moves, SessionConfig config) {
        this.calls = calls;
        this.moves = moves;
        this.config = config;
    }

    @Override
    public Uni<Void> moved(SqlConnection connection, Session before, Session after, Command command) {
        if (!after.channels().contains(Channel.CALL)) {
            return Uni.createFrom().voidItem();
        }
        return open(connection, before, after)
                .chain(call ->
                        call.isEmpty() ? Uni.createFrom().voidItem() : follow(connection, call.get(), before, command));
    }

    /** A session that begins as a call begins with one. */
    private Uni<Optional<Call>> open(SqlConnection connection, Session before, Session after) {
        return before.state() == SessionState.REQUESTED
                ? moves.begin(connection, after).map(Optional::of)
                : calls.lockOpenOf(connection, after.id());
    }

    private Uni<Void> follow(SqlConnection connection, Call call, Session before, Command command) {
        return command(before, command)
                .map(following -> moves.moveIfLegal(connection, call, following).replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Optional<CallCommand> command(Session before, Command command) {
        return switch (command) {
            case Command.Queue queue -> Optional.of(new CallCommand.Queue());
            case Command.Requeue requeue -> Optional.of(new CallCommand.Queue());
            case Command.Offer offer ->
                Optional.of(new CallCommand.Ring(Seat.TECHNICIAN, offer.staffId(), offer.time()));
            case Command.Assign assign ->
                Optional.of(assigned(before, assign.staff().id()));
            case Command.Transfer transfer ->
                Optional.of(new CallCommand.HandOver(transfer.staff().id()));
            case Command.End end -> Optional.of(new CallCommand.End(end.reason()));
            case Command.Interrupt interrupt -> Optional.empty();
            case Command.Resume resume -> Optional.empty();
        };
    }

    private CallCommand assigned(Session before, UUID staff) {
        return before.routing().isOfferedTo(staff)
                ? new CallCommand.Answer(staff)
                : new CallCommand.Ring(Seat.TECHNICIAN, staff, config.ringFor());
    }
}
