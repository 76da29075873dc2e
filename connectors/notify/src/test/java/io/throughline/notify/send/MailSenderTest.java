package io.throughline.notify.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.DummySSLSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.throughline.notify.config.Smtp;
import io.throughline.notify.config.Target;
import io.throughline.notify.message.AlertMessage;
import io.throughline.notify.message.MailMessage;
import io.throughline.notify.message.MessageSettings;
import io.throughline.notify.message.Occasion;
import io.throughline.notify.message.SampleAlert;
import io.throughline.notify.send.Outcome.Result;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailSenderTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final MailMessage MAIL =
            MailMessage.of(
                    AlertMessage.of(SampleAlert.drop(), Occasion.CHANGE, MessageSettings.NONE));

    private final GreenMail server =
            new GreenMail(
                    new ServerSetup[] {
                        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
                    });

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void sendsTextAndHtmlToAll() throws MessagingException, IOException {
        Outcome outcome = sender(plain(Optional.empty())).send(MAIL, "alert-1", "alert-1.1");

        assertThat(outcome.result()).isEqualTo(Result.DELIVERED);
        assertThat(server.getReceivedMessages()).hasSize(2);
        MimeMessage got = server.getReceivedMessages()[0];
        assertThat(got.getSubject()).isEqualTo(MAIL.subject());
        assertThat(got.getFrom()[0]).hasToString("Throughline <alerts@insurer.example>");
        assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        MimeMultipart both = (MimeMultipart) got.getContent();
        assertThat(both.getContentType()).startsWith("multipart/alternative");
        assertThat(both.getBodyPart(0).getContent().toString().replace("\r\n", "\n"))
                .isEqualTo(MAIL.text());
        assertThat(both.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(both.getBodyPart(1).getContent().toString().replace("\r\n", "\n"))
                .isEqualTo(MAIL.html());
    }

    @Test
    void theSameMailHasTheSameIdAndItsAlertsThread() throws MessagingException {
        MailSender sender = sender(plain(Optional.empty()));
        sender.send(MAIL, "alert-1", "alert-1.1");
        sender.send(MAIL, "alert-1", "alert-1.1");
        sender.send(MAIL, "alert-1", "alert-1.2\r\nBcc: all@example.org");

        List<String> ids = new ArrayList<>();
        for (MimeMessage got : server.getReceivedMessages()) {
            ids.add(got.getMessageID());
            assertThat(got.getHeader("References"))
                    .containsExactly("<alert-1@alerts.throughline.invalid>");
        }
        String first = "<alert-1.1@alerts.throughline.invalid>";
        String second = "<alert-1.2--Bcc--all-example.org@alerts.throughline.invalid>";
        assertThat(ids).containsExactlyInAnyOrder(first, first, first, first, second, second);
    }

    @Test
    void aSubjectCannotForgeHeaders() throws MessagingException {
        MailMessage forged = new MailMessage("one\r\nBcc: all@example.org", "text", "<p>html</p>");

        sender(plain(Optional.empty())).send(forged, "a", "a.1");

        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(server.getReceivedMessages()[0].getHeader("Bcc")).isNull();
    }

    @Test
    void logsIn() {
        server.setUser("alerts", "right-password");

        assertThat(
                        sender(plain(Optional.of(new Smtp.Login("alerts", "right-password"))))
                                .send(MAIL, "a", "a.1")
                                .result())
                .isEqualTo(Result.DELIVERED);
        Outcome wrong =
                sender(plain(Optional.of(new Smtp.Login("alerts", "wrong-password"))))
                        .send(MAIL, "a", "a.1");
        assertThat(wrong.result()).isEqualTo(Result.REFUSED);
        assertThat(wrong.toString()).doesNotContain("wrong-password", "alerts@");
    }

    @Test
    void withoutStarttlsNothingIsSaidInTheClear() {
        Smtp smtp =
                new Smtp(
                        "127.0.0.1",
                        server.getSmtp().getPort(),
                        Smtp.Tls.STARTTLS,
                        Optional.empty());

        Outcome outcome = sender(smtp).send(MAIL, "a", "a.1");

        assertThat(outcome.result()).isEqualTo(Result.FAILED);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aCertificateOfSomebodyElseIsNotTrusted() {
        Outcome outcome = sender(implicit()).send(MAIL, "a", "a.1");

        assertThat(outcome.result()).isEqualTo(Result.FAILED);
        assertThat(outcome.reason()).isEqualTo("no TLS with the mail server");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void sendsThroughTls() {
        Properties trusting = new Properties();
        trusting.setProperty(
                "mail.smtp.ssl.socketFactory.class", DummySSLSocketFactory.class.getName());
        trusting.setProperty("mail.smtp.ssl.checkserveridentity", "false");

        Outcome outcome =
                new MailSender(target(implicit()), TIMEOUT, trusting).send(MAIL, "a", "a.1");

        assertThat(outcome.result()).as(outcome.reason()).isEqualTo(Result.DELIVERED);
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void aServerThatIsAwayOrSaysNothingFails() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Smtp smtp =
                    new Smtp("127.0.0.1", silent.getLocalPort(), Smtp.Tls.NONE, Optional.empty());

            assertThat(sender(smtp).send(MAIL, "a", "a.1").result()).isEqualTo(Result.FAILED);
        }
        int port = server.getSmtp().getPort();
        server.stop();
        Smtp away = new Smtp("127.0.0.1", port, Smtp.Tls.NONE, Optional.empty());
        assertThat(sender(away).send(MAIL, "a", "a.1").result()).isEqualTo(Result.FAILED);
    }

    @Test
    void secretsAreNotShown() {
        Smtp smtp = plain(Optional.of(new Smtp.Login("alerts", "right-password")));

        assertThat(target(smtp).toString() + smtp).doesNotContain("right-password");
    }

    private Smtp plain(Optional<Smtp.Login> login) {
        return new Smtp("127.0.0.1", server.getSmtp().getPort(), Smtp.Tls.NONE, login);
    }

    private Smtp implicit() {
        return new Smtp(
                "127.0.0.1", server.getSmtps().getPort(), Smtp.Tls.IMPLICIT, Optional.empty());
    }

    private static MailSender sender(Smtp smtp) {
        return new MailSender(target(smtp), TIMEOUT);
    }

    private static Target.Mail target(Smtp smtp) {
        return new Target.Mail(
                smtp,
                "Throughline <alerts@insurer.example>",
                List.of("claims@insurer.example", "Ana <ana@insurer.example>"));
    }
}
