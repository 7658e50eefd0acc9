package dev.remotesupport.chat.transcript;

/**
 * Where a transcript goes.
 *
 * @param shown the address as whoever sends it may see it
 */
record Recipient(String address, String shown) {

    static Recipient of(String address) {
        return new Recipient(address, address);
    }
}
