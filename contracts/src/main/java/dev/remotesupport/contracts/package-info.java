/** What all contracts share: the words of the domain, the limits, the close codes and the way to JSON. */
package dev.remotesupport.contracts;
