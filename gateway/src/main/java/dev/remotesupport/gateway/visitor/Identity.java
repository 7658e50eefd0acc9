package dev.remotesupport.gateway.visitor;

import java.util.Optional;

/**
 * Who a customer is, by the word of the site.
 *
 * @param subject the site's own id of the customer
 */
record Identity(String subject, String name, Optional<String> email) {}
