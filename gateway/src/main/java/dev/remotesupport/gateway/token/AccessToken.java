package dev.remotesupport.gateway.token;

/**
 * A signed token.
 *
 * @param expiresIn seconds from now
 */
public record AccessToken(String value, long expiresIn) {}
