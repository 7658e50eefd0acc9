/** The connect page: a technician's code makes somebody a guest of one session. */
package dev.remotesupport.gateway.connect;
