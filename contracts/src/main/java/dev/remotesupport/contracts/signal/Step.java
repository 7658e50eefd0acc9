package dev.remotesupport.contracts.signal;

/**
 * A place on the way of a drag.
 *
 * @param node the element's rrweb id
 * @param x from the element's left (0) to its right edge (1)
 * @param y from the element's upper (0) to its lower edge (1)
 */
public record Step(int node, double x, double y) {

    public Step {
        ControlBounds.place(node, x, y);
    }
}
