package dev.remotesupport.signaling.room;

import dev.remotesupport.signaling.SignalingConfig;
import dev.remotesupport.signaling.grant.Withdrawals;
import dev.remotesupport.signaling.ice.IceServers;
import dev.remotesupport.signaling.participant.Attendance;
import dev.remotesupport.signaling.participant.Browsers;
import dev.remotesupport.signaling.queue.QueueNews;
import dev.remotesupport.signaling.relay.RelayMeters;
import dev.remotesupport.signaling.session.Sessions;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** What every room is built from. A singleton, as its fields are read. */
@Singleton
class RoomParts {

    final SignalingConfig config;
    final Sessions sessions;
    final Withdrawals withdrawals;
    final Attendance attendance;
    final Browsers browsers;
    final QueueNews queue;
    final RelayMeters meters;
    final IceServers iceServers;
    final Vertx vertx;

    @Inject
    RoomParts(
            SignalingConfig config,
            Sessions sessions,
            Withdrawals withdrawals,
            Attendance attendance,
            Browsers browsers,
            QueueNews queue,
            RelayMeters meters,
            IceServers iceServers,
            Vertx vertx) {
        this.config = config;
        this.sessions = sessions;
        this.withdrawals = withdrawals;
        this.attendance = attendance;
        this.browsers = browsers;
        this.queue = queue;
        this.meters = meters;
        this.iceServers = iceServers;
        this.vertx = vertx;
    }
}
