package io.throughline.notify.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.alert.Alert;
import io.throughline.alert.AlertState;
import io.throughline.alert.Figures;
import io.throughline.alert.Handling;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages as people get them; read the files to judge whether one can act on them alone. */
class MessageRenderingTest {

    private static final Instant NIGHT = Instant.parse("2026-03-05T10:35:00Z");

    @ParameterizedTest
    @EnumSource(AlertState.class)
    void everyStateAsText(AlertState state) {
        text("drop-" + state.id(), Alerts.in(state), Occasion.CHANGE);
    }

    @Test
    void escalationAsText() {
        Handling escalated = new Handling(null, null, null, NIGHT, null, List.of(), false);

        text("drop-escalated", Alerts.handled(SampleAlert.drop(), escalated), Occasion.ESCALATION);
    }

    @Test
    void suppressionSaysWhatHeldItBack() {
        Handling held =
                new Handling(
                        null,
                        null,
                        null,
                        null,
                        "release-week",
                        List.of("channel-stalled", "model-change"),
                        false);

        text(
                "drop-suppressed-by-faults",
                Alerts.handled(Alerts.in(AlertState.SUPPRESSED), held),
                Occasion.CHANGE);
    }

    @Test
    void acceptanceSaysWhoAccepted() {
        Handling accepted = new Handling("ines", NIGHT, "ines", null, null, List.of(), false);

        text(
                "drop-accepted",
                Alerts.handled(Alerts.in(AlertState.RESOLVED), accepted),
                Occasion.CHANGE);
    }

    @Test
    void correctionAsText() {
        text(
                "drop-corrected",
                Alerts.corrected(new Figures(0.2512, 0.3921, 0.0853, 0.1979, 241, 203)),
                Occasion.CORRECTION);
    }

    @Test
    void reminderAndTrialSaySoFirst() {
        text("drop-reminder", SampleAlert.drop(), Occasion.REMINDER);
        text("drop-trial", SampleAlert.drop(), Occasion.TRIAL);
    }

    @Test
    void volumeAsText() {
        text("surge-firing", Alerts.surge(), Occasion.CHANGE);
    }

    @Test
    void firingForSlack() throws JsonProcessingException {
        Golden.holds("drop-firing.slack.json", pretty(SlackMessage.of(message())));
    }

    @Test
    void firingAsMail() {
        MailMessage mail = MailMessage.of(message());

        Golden.holds("drop-firing.mail.html", mail.html());
        assertThat(mail.text()).isEqualTo(PlainText.of(message()));
        assertThat(mail.subject())
                .isEqualTo("[Throughline] Customers are unhappier with “Getting a claim settled”");
    }

    @Test
    void firingAsAlertmanagerSendsItToWebhooks() throws JsonProcessingException {
        Golden.holds(
                "drop-firing.webhook.json",
                pretty(
                        WebhookPayload.of(
                                "on-call",
                                List.of(AlertmanagerAlert.of(SampleAlert.drop(), message())),
                                "https://cx.example")));
    }

    @Test
    void firingAsToldToAlertmanager() throws JsonProcessingException {
        Golden.holds(
                "drop-firing.alertmanager.json",
                pretty(
                        AlertmanagerPost.of(
                                List.of(AlertmanagerAlert.of(SampleAlert.drop(), message())),
                                NIGHT)));
    }

    private static AlertMessage message() {
        return AlertMessage.of(SampleAlert.drop(), Occasion.CHANGE, Alerts.SETTINGS);
    }

    private static String pretty(String json) throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(mapper.readTree(json));
    }

    private static void text(String name, Alert alert, Occasion occasion) {
        Golden.holds(
                name + ".txt", PlainText.of(AlertMessage.of(alert, occasion, Alerts.SETTINGS)));
    }
}
