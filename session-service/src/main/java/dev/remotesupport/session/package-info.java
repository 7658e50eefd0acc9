/** The session service: a session from the request for help to its end, the customer's grants, and who may take part. */
package dev.remotesupport.session;
