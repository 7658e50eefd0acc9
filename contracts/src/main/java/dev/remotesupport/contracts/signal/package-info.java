/** The frames of {@code /ws/signaling}: presence, consent, co-browsing and remote control. */
package dev.remotesupport.contracts.signal;
