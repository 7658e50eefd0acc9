/** Sessions in which nobody writes or does anything: everybody is warned, then they end. */
package dev.remotesupport.session.idle;
