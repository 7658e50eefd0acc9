/** Whether the customer is there: follows the rooms of the signaling service, and ends sessions that nobody returns to. */
package dev.remotesupport.session.presence;
