/** The frames of {@code /ws/console}: what the staff of an organisation is told live. */
package dev.remotesupport.contracts.console;
