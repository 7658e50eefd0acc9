/**
 * What people do with calls: they ask for one, answer, decline, end it, or want to be called back; and the rule that no call stays
 * active for nobody. Waiting and offers are those of sessions.
 */
package dev.remotesupport.session.calldesk;
