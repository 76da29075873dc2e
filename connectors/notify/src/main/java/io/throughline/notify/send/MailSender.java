package io.throughline.notify.send;

import io.throughline.notify.config.Smtp;
import io.throughline.notify.config.Target;
import io.throughline.notify.message.MailMessage;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Properties;

/**
 * Hands mails to a server, a connection a mail. What the server says stays out of reasons: it may
 * repeat addresses.
 */
public final class MailSender {

    private final Target.Mail target;
    private final Session session;

    /**
     * @param timeout of connecting, and of each answer
     */
    public MailSender(Target.Mail target, Duration timeout) {
        this(target, timeout, new Properties());
    }

    MailSender(Target.Mail target, Duration timeout, Properties more) {
        this.target = target;
        Properties properties = properties(target.smtp(), timeout);
        properties.putAll(more);
        this.session = Session.getInstance(properties, authenticator(target.smtp()));
    }

    /**
     * Sends one mail to all.
     *
     * @param thread what mails about the same alert have in common
     * @param id the same for the same mail, however often it is sent
     */
    public Outcome send(MailMessage mail, String thread, String id) {
        try {
            MimeMessage message = Mime.of(session, target, mail, thread, id);
            Transport.send(message);
            return Outcome.delivered("accepted by " + target.smtp().host());
        } catch (MessagingException e) {
            return MailTrouble.explain(e);
        }
    }

    private static Properties properties(Smtp smtp, Duration timeout) {
        String millis = String.valueOf(timeout.toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", smtp.host());
        properties.setProperty("mail.smtp.port", String.valueOf(smtp.port()));
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        properties.setProperty("mail.smtp.sendpartial", "true");
        properties.setProperty("mail.smtp.auth", String.valueOf(smtp.login().isPresent()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        // The name of this machine is nobody's business.
        properties.setProperty("mail.smtp.localhost", "throughline.invalid");
        switch (smtp.tls()) {
            case IMPLICIT -> properties.setProperty("mail.smtp.ssl.enable", "true");
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case NONE -> properties.setProperty("mail.smtp.starttls.enable", "false");
        }
        return properties;
    }

    private static Authenticator authenticator(Smtp smtp) {
        return smtp.login()
                .<Authenticator>map(
                        login ->
                                new Authenticator() {
                                    @Override
                                    protected PasswordAuthentication getPasswordAuthentication() {
                                        return new PasswordAuthentication(
                                                login.user(), login.password());
                                    }
                                })
                .orElse(null);
    }
}
