/** The frames of {@code /ws/visitor}. */
package dev.remotesupport.contracts.visitor;
