package dev.remotesupport.signaling.room;

import dev.remotesupport.contracts.Capability;
import dev.remotesupport.signaling.ice.IceOffer;
import dev.remotesupport.signaling.participant.Attendance.LeftBehind;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a room's new owner takes over from those before it, and by which servers its participants find each other. */
record Inheritance(Map<Capability, Instant> withdrawn, List<LeftBehind> leftBehind, IceOffer ice) {}
