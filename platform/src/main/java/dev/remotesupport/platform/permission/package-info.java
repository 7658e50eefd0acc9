/** The door of every REST endpoint: only whom permissions.json lists gets in. */
package dev.remotesupport.platform.permission;
