/**
 * What a file is, found by looking into it; what its sender says of it is not believed. Nothing is ever unpacked or run, and
 * every look has a bound:
 *
 * <table>
 * <caption>Bounds</caption>
 * <tr><th>what</th><th>bound</th><th>beyond</th></tr>
 * <tr><td>entries of an archive or office document</td><td>5,000</td><td>refused as {@code file-unsafe}</td></tr>
 * <tr><td>what it would unpack to</td><td>100 times its size, at least 10 MB, at most 200 MB</td><td>refused as {@code file-unsafe}</td></tr>
 * <tr><td>pixels of an image</td><td>30 million</td><td>kept, without a preview</td></tr>
 * <tr><td>edge of a preview</td><td>800 pixels</td><td>made smaller</td></tr>
 * </table>
 */
package dev.remotesupport.chat.inspection;
