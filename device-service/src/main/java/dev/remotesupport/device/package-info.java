/** The device service: which browsers customers were helped in, and when each was last seen. */
package dev.remotesupport.device;
