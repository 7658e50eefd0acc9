/** People with a password: what is kept of them and how their passwords are checked. */
package dev.remotesupport.gateway.account;
