package dev.remotesupport.chat.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.remotesupport.embedded.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Names a free port to the service. The server itself is the test's, which may leave it off for a while. */
public final class SmtpServer implements QuarkusTestResourceLifecycleManager {

    private static final String PORT = "test.smtp.port";

    @Override
    public Map<String, String> start() {
        System.setProperty(PORT, Integer.toString(Ports.free()));
        return Map.of(
                "remote-support.base-url", "https://help.shop.example/",
                "quarkus.mailer.host", "127.0.0.1",
                "quarkus.mailer.port", System.getProperty(PORT),
                "quarkus.mailer.start-tls", "DISABLED",
                "remote-support.chat.mail.from", "support@shop.example",
                "remote-support.chat.mail.every", "300ms",
                "remote-support.chat.mail.retry", "300ms",
                "remote-support.chat.mail.alerts-every", "300ms",
                "remote-support.chat.mail.nobody-there-after", "5s");
    }

    @Override
    public void stop() {
        System.clearProperty(PORT);
    }

    /** A server on the port that the service knows; not started. */
    public static GreenMail server() {
        return new GreenMail(new ServerSetup(Integer.getInteger(PORT), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    /** The messages that a recipient got. */
    public static List<MimeMessage> received(GreenMail server, String recipient) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> recipients(message).contains(recipient))
                .toList();
    }

    private static List<String> recipients(MimeMessage message) {
        try {
            return Arrays.stream(message.getRecipients(Message.RecipientType.TO))
                    .map(Object::toString)
                    .toList();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The content of one of the two alternatives: text/plain or text/html. */
    public static String part(MimeMessage message, String type) {
        try {
            return part((MimeMultipart) message.getContent(), type);
        } catch (IOException | jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(MimeMultipart parts, String type) throws IOException, jakarta.mail.MessagingException {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType(type)) {
                return part.getContent().toString();
            }
            if (part.getContent() instanceof MimeMultipart inner) {
                return part(inner, type);
            }
        }
        throw new IllegalStateException("no " + type);
    }
}
