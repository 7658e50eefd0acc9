/**
 * Messages: stored in batches by group commit, once each, numbered under their conversation's lock; read back by keyset.
 */
package dev.remotesupport.chat.message;
