package io.throughline.notify.deliver;

import io.throughline.notify.config.Notifications;
import io.throughline.notify.config.Receiver;
import io.throughline.notify.message.Occasion;
import io.throughline.notify.message.SampleAlert;
import io.throughline.notify.send.Outcome;
import java.time.Clock;
import java.util.List;

/** Tries a receiver with a made-up alert that says of itself that it is one; nothing is noted. */
public final class Trial {

    private Trial() {}

    /** Sends once, and answers what came of it. */
    public static Outcome send(Notifications notifications, Receiver receiver, Clock clock)
            throws InterruptedException {
        try (Courier courier = Couriers.of(receiver, notifications, clock)) {
            return courier.send(
                    List.of(new Letter(SampleAlert.trial(), Occasion.TRIAL)),
                    "trial-" + clock.millis());
        }
    }
}
