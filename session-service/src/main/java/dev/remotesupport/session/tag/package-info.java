/** What staff call sessions by, to find them again. */
package dev.remotesupport.session.tag;
