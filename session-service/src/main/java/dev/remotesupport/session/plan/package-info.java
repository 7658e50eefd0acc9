/** How many customers' pages an organisation may have shared at once, by its plan. */
package dev.remotesupport.session.plan;
