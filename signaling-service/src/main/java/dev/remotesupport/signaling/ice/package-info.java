/** The STUN and TURN servers by which browsers find each other: the installation's, or an organisation's own. */
package dev.remotesupport.signaling.ice;
