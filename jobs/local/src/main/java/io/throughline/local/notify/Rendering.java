package io.throughline.local.notify;

import io.throughline.alert.Alert;
import io.throughline.notify.message.AlertMessage;
import io.throughline.notify.message.AlertmanagerAlert;
import io.throughline.notify.message.AlertmanagerPost;
import io.throughline.notify.message.MailMessage;
import io.throughline.notify.message.MessageSettings;
import io.throughline.notify.message.Occasion;
import io.throughline.notify.message.PlainText;
import io.throughline.notify.message.SlackMessage;
import io.throughline.notify.message.WebhookPayload;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The forms in which alerts are told. */
public enum Rendering {
    TEXT,
    SLACK,
    MAIL,
    WEBHOOK,
    ALERTMANAGER;

    /** An alert in this form, as it would be told now. */
    public String of(Alert alert, MessageSettings settings) {
        AlertMessage message = AlertMessage.of(alert, Occasion.CHANGE, settings);
        List<AlertmanagerAlert> alerts = List.of(AlertmanagerAlert.of(alert, message));
        return switch (this) {
            case TEXT -> PlainText.of(message);
            case SLACK -> SlackMessage.of(message);
            case MAIL -> {
                MailMessage mail = MailMessage.of(message);
                yield "Subject: " + mail.subject() + "\n\n" + mail.html();
            }
            case WEBHOOK ->
                    WebhookPayload.of(
                            "receiver", alerts, settings.page().map(URI::toString).orElse(""));
            case ALERTMANAGER ->
                    AlertmanagerPost.of(alerts, alert.updatedAt().plus(Duration.ofHours(1)));
        };
    }
}
