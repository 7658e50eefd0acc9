package dev.remotesupport.contracts.chat;

import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Limits;
import dev.remotesupport.contracts.Seat;

/**
 * Who wrote a message.
 *
 * @param id the caller's id
 * @param seat the side of the conversation it was written from; an API key speaks for the technician's
 */
public record Sender(CallerKind kind, String id, String name, Seat seat) {

    public Sender {
        Bounds.present(kind, "kind");
        Bounds.text(id, "id", Limits.NAME);
        Bounds.textOrEmpty(name, "name", Limits.NAME);
        Bounds.present(seat, "seat");
    }

    @Override
    public String toString() {
        return "Sender[kind=" + kind + ", seat=" + seat + "]";
    }
}
