package io.throughline.notify.deliver;

import io.throughline.notify.config.Target;
import io.throughline.notify.message.AlertMessage;
import io.throughline.notify.message.AlertmanagerAlert;
import io.throughline.notify.message.AlertmanagerPost;
import io.throughline.notify.message.MessageSettings;
import io.throughline.notify.message.Occasion;
import io.throughline.notify.message.SlackMessage;
import io.throughline.notify.message.WebhookPayload;
import io.throughline.notify.send.HttpSender;
import io.throughline.notify.send.Outcome;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes letters to a web service. The header {@code Idempotency-Key} is the same when the same
 * letters are sent again, so that a receiver that knows it takes them once.
 */
final class WebCourier implements Courier {

    /**
     * How long Alertmanager keeps an alert for firing that nobody tells it of again. It resolves an
     * alert after five minutes of silence if left to itself; silence of ours says nothing about
     * customers, so an hour for us to come back.
     */
    static final Duration KEPT_FIRING = Duration.ofHours(1);

    /** Long enough for Alertmanager to tell somebody. */
    private static final Duration TRIAL_FIRING = Duration.ofMinutes(2);

    private final String id;
    private final Target.Web target;
    private final HttpSender sender;
    private final MessageSettings settings;
    private final Clock clock;

    WebCourier(
            String id,
            Target.Web target,
            HttpSender sender,
            MessageSettings settings,
            Clock clock) {
        this.id = id;
        this.target = target;
        this.sender = sender;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Outcome send(List<Letter> letters, String key) throws InterruptedException {
        Map<String, String> headers = new TreeMap<>(target.headers());
        headers.putIfAbsent("Idempotency-Key", key);
        return sender.post(target.url(), headers, body(letters));
    }

    private String body(List<Letter> letters) {
        return switch (target.format()) {
            case SLACK -> SlackMessage.of(letters.stream().map(this::message).toList());
            case WEBHOOK ->
                    WebhookPayload.of(
                            id, alerts(letters), settings.page().map(URI::toString).orElse(""));
            case ALERTMANAGER ->
                    AlertmanagerPost.of(alerts(letters), clock.instant().plus(kept(letters)));
        };
    }

    private static Duration kept(List<Letter> letters) {
        return letters.stream().allMatch(letter -> letter.occasion() == Occasion.TRIAL)
                ? TRIAL_FIRING
                : KEPT_FIRING;
    }

    private List<AlertmanagerAlert> alerts(List<Letter> letters) {
        return letters.stream()
                .map(letter -> AlertmanagerAlert.of(letter.alert(), message(letter)))
                .toList();
    }

    private AlertMessage message(Letter letter) {
        return AlertMessage.of(letter.alert(), letter.occasion(), settings);
    }

    @Override
    public void close() {
        sender.close();
    }
}
