/** First-run set-up: makes the first operator and then closes for ever. */
package dev.remotesupport.gateway.setup;
