/** The customer's pages as technicians see them: recordings with their keyframes, watchers, pointers. */
package dev.remotesupport.signaling.cobrowse;
