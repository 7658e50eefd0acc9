/** Websites that embed the script: their keys, secrets and allowed origins. */
package dev.remotesupport.gateway.site;
