package io.throughline.fetch.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.throughline.fetch.ChannelFetcher;
import io.throughline.fetch.ChannelInstance;
import io.throughline.fetch.Extent;
import io.throughline.fetch.FetchSettings;
import io.throughline.fetch.Fetchers;
import io.throughline.fetch.Given;
import io.throughline.fetch.Reading;
import io.throughline.fetch.http.ChannelUnavailableException;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImapChannelTest {

    private static final FetchSettings SETTINGS =
            new FetchSettings(
                    Duration.ofMillis(1),
                    Duration.ofMillis(1),
                    Duration.ofMillis(2),
                    Duration.ofMillis(50),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1));

    private final GreenMail server =
            new GreenMail(
                    new ServerSetup[] {
                        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
                        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS)
                    });
    private GreenMailUser user;

    @BeforeEach
    void start() {
        server.start();
        user = server.setUser("help@shop.example", "desk", "s3cret");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void handsOnEachMessageAsItIsOnTheWireAndGoesOnAfterTheLast() throws Exception {
        deliver("first");
        deliver("second");

        Reading reading = round(Map.of(), Map.of());
        deliver("third");
        Reading again = round(Map.of(), reading.cursor);
        Reading once = round(Map.of(), again.cursor);

        assertThat(reading.bodies()).hasSize(2);
        assertThat(reading.bodies().get(0))
                .startsWith("From: ada@example.com\r\nSubject: first\r\n")
                .contains("\r\n\r\nwords of first");
        assertThat(reading.envelopes.get(1).position())
                .isGreaterThan(reading.envelopes.get(0).position());
        assertThat(reading.envelopes.get(0).origin()).isEqualTo("imap://127.0.0.1/INBOX");
        assertThat(again.bodies()).singleElement().asString().contains("Subject: third");
        assertThat(once.bodies()).isEmpty();
    }

    @Test
    void leavesMessagesUnread() throws Exception {
        deliver("first");

        round(Map.of(), Map.of());

        assertThat(inbox().getMessages().get(0).getFlags().contains(Flags.Flag.SEEN)).isFalse();
    }

    @Test
    void readsAllAgainWhenTheIdentifiersAreNotTheOldOnes() throws Exception {
        deliver("first");
        Map<String, String> cursor = new HashMap<>(round(Map.of(), Map.of()).cursor);
        cursor.put("uidvalidity", "1");

        assertThat(round(Map.of(), cursor).bodies()).hasSize(1);
    }

    @Test
    void readsMoreThanAPage() throws Exception {
        for (int i = 0; i < 501; i++) {
            deliver("number " + i);
        }

        assertThat(round(Map.of(), Map.of()).bodies()).hasSize(501).doesNotHaveDuplicates();
    }

    @Test
    void readsAnotherFolder() throws Exception {
        server.getManagers()
                .getImapHostManager()
                .createMailbox(user, "Reviews")
                .store(message("filed"));

        assertThat(round(Map.of("folder", "Reviews"), Map.of()).bodies()).hasSize(1);
        assertThatThrownBy(() -> round(Map.of("folder", "Nowhere"), Map.of()))
                .isInstanceOf(ChannelUnavailableException.class)
                .hasMessageContaining("no such folder");
    }

    @Test
    void aWrongPasswordIsARefusalThatIsNotShown() {
        assertThatThrownBy(() -> round(Map.of("password", "wr0ng"), Map.of()))
                .isInstanceOf(ChannelUnavailableException.class)
                .hasMessageContaining("refuses user and password")
                .hasMessageNotContaining("wr0ng");
    }

    @Test
    void trustsNoCertificateThatNobodyVouchesFor() {
        assertThatThrownBy(
                        () ->
                                round(
                                        Map.of(
                                                "tls",
                                                "implicit",
                                                "port",
                                                Integer.toString(server.getImaps().getPort())),
                                        Map.of()))
                .isInstanceOf(ChannelUnavailableException.class);
    }

    @Test
    void sendsNoPasswordInTheClearToAnotherMachine() {
        assertThatThrownBy(
                        () ->
                                new Fetchers(Extent.BOUNDED, SETTINGS)
                                        .check(instance(Map.of("host", "mail.example.com"))))
                .hasMessageContaining("in the clear")
                .hasMessageNotContaining("s3cret");
    }

    private Reading round(Map<String, String> options, Map<String, String> cursor)
            throws InterruptedException {
        try (ChannelFetcher fetcher =
                new Fetchers(Extent.BOUNDED, SETTINGS).open(instance(options), cursor)) {
            return new Reading(fetcher, cursor).all();
        }
    }

    private ChannelInstance instance(Map<String, String> options) {
        Map<String, String> all = new HashMap<>();
        all.put("host", "127.0.0.1");
        all.put("port", Integer.toString(server.getImap().getPort()));
        all.put("tls", "none");
        all.put("user", "desk");
        all.put("password", "${secret.mail}");
        all.putAll(options);
        StringBuilder yaml = new StringBuilder("mode: poll\nfetcher: imap\noptions:\n");
        all.forEach(
                (name, value) ->
                        yaml.append("  ").append(name).append(": \"").append(value).append("\"\n"));
        return ChannelInstance.of(
                Given.definition(yaml.toString()), Map.of("secret.mail", "s3cret"));
    }

    private MailFolder inbox() throws FolderException {
        return server.getManagers().getImapHostManager().getInbox(user);
    }

    private void deliver(String subject) throws Exception {
        user.deliver(message(subject));
    }

    private static MimeMessage message(String subject) throws Exception {
        String text =
                "From: ada@example.com\r\nSubject: "
                        + subject
                        + "\r\nTo: help@shop.example\r\n\r\nwords of "
                        + subject
                        + "\r\n";
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(text.getBytes(UTF_8)));
    }
}
