package io.throughline.notify.deliver;

import io.throughline.alert.Alert;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A feed of what is put into it; what was there when it was made is kept. */
final class FakeFeed implements AlertFeed {

    private final LinkedBlockingQueue<Alert> queue = new LinkedBlockingQueue<>();
    private boolean caughtUp;

    FakeFeed(Alert... kept) {
        queue.addAll(List.of(kept));
        caughtUp = kept.length == 0;
    }

    void put(Alert alert) {
        queue.add(alert);
    }

    @Override
    public List<Alert> next(Duration longest) {
        List<Alert> alerts = new ArrayList<>();
        try {
            Alert first = queue.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
            if (first != null) {
                alerts.add(first);
                queue.drainTo(alerts);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        caughtUp = true;
        return alerts;
    }

    @Override
    public boolean caughtUp() {
        return caughtUp;
    }

    @Override
    public void close() {}
}
