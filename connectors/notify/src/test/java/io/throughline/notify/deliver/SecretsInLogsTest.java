package io.throughline.notify.deliver;

import static io.throughline.notify.send.FakeReceiver.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.throughline.notify.address.AddressRules;
import io.throughline.notify.config.Notifications;
import io.throughline.notify.config.Receiver;
import io.throughline.notify.config.Smtp;
import io.throughline.notify.config.Target;
import io.throughline.notify.message.SampleAlert;
import io.throughline.notify.send.FakeReceiver;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever goes wrong, logs and the delivery log hold no secret and nothing that customers said.
 */
class SecretsInLogsTest {

    private static final String SECRET = "s3cret";

    private final FakeReceiver web = FakeReceiver.start();
    private final GreenMail mail =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final MemoryLog log = new MemoryLog();

    @AfterEach
    void close() {
        web.close();
        mail.stop();
    }

    @Test
    void nothingOfThemIsSaid() {
        mail.start();
        mail.setUser("alerts", "another");
        web.answering(
                status(500),
                status(302, "Location", "http://127.0.0.1/" + SECRET),
                exchange -> {
                    throw new java.io.IOException("no answer");
                },
                status(400));
        List<Receiver> receivers =
                List.of(
                        web("hook", web.url("/" + SECRET), AddressRules.PRIVATE),
                        web("chat", web.url("/?key=" + SECRET), AddressRules.PRIVATE),
                        web(
                                "inside",
                                URI.create("http://localhost:9/" + SECRET),
                                AddressRules.PUBLIC),
                        web(
                                "nowhere",
                                URI.create("http://nowhere.invalid/" + SECRET),
                                AddressRules.PUBLIC),
                        now(
                                "mail",
                                new Target.Mail(
                                        new Smtp(
                                                "127.0.0.1",
                                                mail.getSmtp().getPort(),
                                                Smtp.Tls.NONE,
                                                Optional.of(new Smtp.Login("alerts", SECRET))),
                                        "alerts@insurer.example",
                                        List.of("claims@insurer.example"))));
        Notifications all =
                new Notifications(
                        receivers,
                        Map.of("default", receivers.stream().map(Receiver::id).toList()),
                        Optional.empty(),
                        Optional.empty());
        try (LogCapture logged = LogCapture.open();
                Notifier notifier =
                        Notifier.start(
                                all, new FakeFeed(SampleAlert.drop()), log, Clock.systemUTC())) {
            await().atMost(Duration.ofSeconds(30))
                    .until(
                            () ->
                                    log.all().size() >= 4
                                            && logged.lines().stream()
                                                    .anyMatch(line -> line.contains("nowhere")));
            assertThat(notifier.failure()).isEmpty();
            assertThat(logged.lines())
                    .anyMatch(line -> line.contains("hook"))
                    .anyMatch(line -> line.contains("inside cannot be told"))
                    .anyMatch(line -> line.contains("mail cannot be told"))
                    .noneMatch(line -> line.contains(SECRET))
                    .noneMatch(line -> line.contains("claims@"))
                    .noneMatch(line -> line.contains("Uploaded the photos"));
            assertThat(log.all())
                    .allSatisfy(told -> assertThat(ToldJson.line(told)).doesNotContain(SECRET));
            assertThat(all.toString()).doesNotContain(SECRET);
        }
    }

    private static Receiver web(String id, URI url, AddressRules rules) {
        return now(
                id,
                new Target.Web(Target.Format.SLACK, url, Map.of("Authorization", SECRET), rules));
    }

    private static Receiver now(String id, Target target) {
        Receiver usual = Receiver.of(id, target);
        return new Receiver(
                id,
                target,
                usual.directions(),
                true,
                usual.repeatEvery(),
                Duration.ZERO,
                Optional.empty());
    }
}
