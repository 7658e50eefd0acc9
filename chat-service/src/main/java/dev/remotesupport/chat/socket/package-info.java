/**
 * {@code /ws/chat}. The bounds of one socket, and what happens beyond them:
 *
 * <table>
 * <caption>Bounds</caption>
 * <tr><th>what</th><th>bound</th><th>beyond</th></tr>
 * <tr><td>time to say hello</td><td>5 s</td><td>close 4408</td></tr>
 * <tr><td>size of a frame</td><td>64 KiB</td><td>close 1009</td></tr>
 * <tr><td>frames</td><td>20 a second, 60 at once</td><td>refused as {@code too-fast}; after 100 a minute close 4429</td></tr>
 * <tr><td>messages not yet stored</td><td>32</td><td>refused as {@code too-fast}</td></tr>
 * <tr><td>typing</td><td>once in 2 s</td><td>not passed on</td></tr>
 * <tr><td>delivered and read ticks</td><td>the newest, once in 250 ms</td><td>older ones are not told</td></tr>
 * <tr><td>frames of messages to the client</td><td>one under way</td><td>later ones are read when it has taken that</td></tr>
 * </table>
 */
package dev.remotesupport.chat.socket;
