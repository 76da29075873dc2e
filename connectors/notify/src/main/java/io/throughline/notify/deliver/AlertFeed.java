package io.throughline.notify.deliver;

import io.throughline.alert.Alert;
import java.time.Duration;
import java.util.List;

/** Brings alerts from the beginning of what is kept, and then as they change. */
public interface AlertFeed extends AutoCloseable {

    /** What came since the last call; waits for some, but no longer than told. */
    List<Alert> next(Duration longest);

    /** Whether everything that was there at the beginning has been handed out. */
    boolean caughtUp();

    @Override
    void close();
}
