/** Finding devices: a page of a list. */
package dev.remotesupport.device.directory;
