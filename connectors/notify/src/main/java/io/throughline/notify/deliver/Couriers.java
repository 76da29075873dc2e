package io.throughline.notify.deliver;

import io.throughline.notify.address.Resolver;
import io.throughline.notify.config.Notifications;
import io.throughline.notify.config.Receiver;
import io.throughline.notify.config.Target;
import io.throughline.notify.send.HttpSender;
import io.throughline.notify.send.MailSender;
import java.time.Clock;
import java.time.Duration;

/** The courier of each kind of receiver. */
final class Couriers {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private Couriers() {}

    static Courier of(Receiver receiver, Notifications notifications, Clock clock) {
        if (receiver.target() instanceof Target.Mail mail) {
            return new MailCourier(new MailSender(mail, TIMEOUT), notifications.messages(receiver));
        }
        Target.Web web = (Target.Web) receiver.target();
        HttpSender sender =
                HttpSender.start(
                        "receiver-" + receiver.id(),
                        web.addresses(),
                        Resolver.SYSTEM,
                        TIMEOUT,
                        clock);
        return new WebCourier(receiver.id(), web, sender, notifications.messages(receiver), clock);
    }
}
