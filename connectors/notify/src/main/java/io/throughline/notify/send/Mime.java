package io.throughline.notify.send;

import io.throughline.notify.config.Target;
import io.throughline.notify.message.MailMessage;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/**
 * A mail in MIME: text and HTML that say the same, the better one last (RFC 2046, 5.1.4). Its
 * Message-ID follows from what it tells, so that a mail that was sent twice is shown once by
 * readers that look at it; mails about one alert are one thread.
 */
final class Mime extends MimeMessage {

    private static final String DOMAIN = "@alerts.throughline.invalid>";

    private final String id;

    private Mime(Session session, String id) {
        super(session);
        this.id = id;
    }

    static MimeMessage of(
            Session session, Target.Mail target, MailMessage mail, String thread, String id)
            throws MessagingException {
        String root = "<" + safe(thread) + DOMAIN;
        MimeMessage message = new Mime(session, "<" + safe(id) + DOMAIN);
        message.setFrom(new InternetAddress(target.from(), true));
        for (String to : target.to()) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
        }
        message.setSubject(mail.subject(), "UTF-8");
        message.setSentDate(new Date());
        message.setHeader("References", root);
        message.setHeader("In-Reply-To", root);
        // Nobody's absence is to be answered to an alert (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(part(mail.text(), "plain"));
        both.addBodyPart(part(mail.html(), "html"));
        message.setContent(both);
        return message;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), subtype);
        return part;
    }

    private static String safe(String id) {
        return id.replaceAll("[^A-Za-z0-9.-]", "-");
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
