package dev.remotesupport.signaling.room;

import dev.remotesupport.signaling.SignalingConfig;
import dev.remotesupport.signaling.grant.Withdrawals;
import dev.remotesupport.signaling.participant.Attendance;
import dev.remotesupport.signaling.participant.Browsers;
import dev.remotesupport.signaling.relay.RelayMeters;
import dev.remotesupport.signaling.session.Sessions;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What every room is built from. */
@ApplicationScoped
class RoomParts {

    @Inject
    SignalingConfig config;

    @Inject
    Sessions sessions;

    @Inject
    Withdrawals withdrawals;

    @Inject
    Attendance attendance;

    @Inject
    Browsers browsers;

    @Inject
    RelayMeters meters;

    @Inject
    Vertx vertx;
}
