/** Who may call which endpoint, as {@code permissions.json} says: the source of the checks, the page in docs/ and the tests. */
package dev.remotesupport.contracts.permission;
