/** One OpenAPI document for everything that can be reached through the gateway. */
package dev.remotesupport.gateway.openapi;
