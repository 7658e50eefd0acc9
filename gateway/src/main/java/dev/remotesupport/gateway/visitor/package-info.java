/** Who stands before a site: visitors known by a browser's key, customers known by the site's word. */
package dev.remotesupport.gateway.visitor;
