package dev.remotesupport.chat.progress;

import dev.remotesupport.contracts.Seat;
import java.util.UUID;

/** One side of a conversation has come this far. */
public record Advance(UUID conversation, Seat seat, Mark mark) {}
