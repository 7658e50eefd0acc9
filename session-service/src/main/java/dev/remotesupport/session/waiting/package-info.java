/** The queue as people see it: who waits where, for how long still, and whether anybody is there to help. */
package dev.remotesupport.session.waiting;
