/** Cases: titled groups of sessions of one customer, who sees them as support tickets. */
package dev.remotesupport.session.casefile;
