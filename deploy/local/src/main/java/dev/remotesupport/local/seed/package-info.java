/** Fills an empty installation through the gateway's REST API, as an operator would. */
package dev.remotesupport.local.seed;
