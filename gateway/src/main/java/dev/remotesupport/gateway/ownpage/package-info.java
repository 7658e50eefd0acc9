/** The page on which a customer finds all conversations with us: the way in from a site's page, and staying in. */
package dev.remotesupport.gateway.ownpage;
