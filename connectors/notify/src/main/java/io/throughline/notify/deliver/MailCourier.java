package io.throughline.notify.deliver;

import io.throughline.notify.message.AlertMessage;
import io.throughline.notify.message.MailMessage;
import io.throughline.notify.message.MessageSettings;
import io.throughline.notify.send.MailSender;
import io.throughline.notify.send.Outcome;
import java.util.List;

/** Takes letters to people by mail; those about one alert are one thread. */
final class MailCourier implements Courier {

    private final MailSender sender;
    private final MessageSettings settings;

    MailCourier(MailSender sender, MessageSettings settings) {
        this.sender = sender;
        this.settings = settings;
    }

    @Override
    public Outcome send(List<Letter> letters, String key) {
        List<AlertMessage> messages =
                letters.stream()
                        .map(letter -> AlertMessage.of(letter.alert(), letter.occasion(), settings))
                        .toList();
        return sender.send(MailMessage.of(messages), letters.get(0).alert().id(), key);
    }

    @Override
    public void close() {
        // Each mail has a connection of its own.
    }
}
