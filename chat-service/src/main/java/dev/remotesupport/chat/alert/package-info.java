/** Alerts by mail for who leads a team: of customers who wait too long, and of nobody being there. */
package dev.remotesupport.chat.alert;
