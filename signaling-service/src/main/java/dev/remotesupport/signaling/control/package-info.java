/** A technician's input on its way into the customer's page, and what became of it. */
package dev.remotesupport.signaling.control;
