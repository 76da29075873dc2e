package io.throughline.notify.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.notify.config.Smtp;
import io.throughline.notify.config.Target;
import io.throughline.notify.message.MailMessage;
import io.throughline.notify.send.Outcome.Result;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailTroubleTest {

    @ParameterizedTest
    @CsvSource({
        "MAIL FROM,451 later,FAILED,SMTP 451",
        "MAIL FROM,550 never,REFUSED,SMTP 550",
        "RCPT TO:<ana@,550 nobody here,DELIVERED,to 1 of them; the mail server refused the others",
        "RCPT TO,550 nobody@insurer.example is secret,REFUSED,SMTP 550",
        "RCPT TO,450 greylisted,FAILED,SMTP 450",
        "DATA,452 full,FAILED,SMTP 452",
        ".,554 looks like spam,REFUSED,SMTP 554",
        ".,421 going down,FAILED,SMTP 421"
    })
    void codesSayWhetherToComeAgain(String command, String answer, Result result, String reason)
            throws IOException {
        try (FakeSmtp server = new FakeSmtp(command, answer)) {
            Smtp smtp = new Smtp("127.0.0.1", server.port(), Smtp.Tls.NONE, Optional.empty());
            Target.Mail target =
                    new Target.Mail(
                            smtp,
                            "alerts@insurer.example",
                            List.of("claims@insurer.example", "ana@insurer.example"));

            Outcome outcome =
                    new MailSender(target, Duration.ofSeconds(2))
                            .send(new MailMessage("subject", "text", "<p>html</p>"), "a", "a.1");

            assertThat(outcome.result()).isEqualTo(result);
            assertThat(outcome.reason()).isEqualTo(reason);
        }
    }
}
