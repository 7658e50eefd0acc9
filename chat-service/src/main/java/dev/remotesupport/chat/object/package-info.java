/** Where files are kept: under names that say nothing, encrypted, on a disk or in a bucket. */
package dev.remotesupport.chat.object;
