/**
 * Masks what must never be kept: card and account numbers, PINs, passwords and one-time codes, and what an organisation's
 * own rules name. {@link dev.remotesupport.chat.masking.Masker} is a pure function of a text; everything before it
 * ({@code Glyphs}, {@code Tokens}) is a view of the text that remembers where it came from, so that what is not masked
 * stays exactly as it was written. Time and memory grow linearly with the text, whatever it holds.
 */
package dev.remotesupport.chat.masking;
