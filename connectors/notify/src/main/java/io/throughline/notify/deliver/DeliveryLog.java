package io.throughline.notify.deliver;

import java.util.List;

/** Keeps what receivers were told, beyond the life of a process. Thread-safe. */
public interface DeliveryLog {

    /** The newest entry of each receiver and alert. */
    List<Told> all();

    /**
     * Adds entries, and returns when they are kept.
     *
     * @throws RuntimeException when they are not; the same entries may be added again
     */
    void add(List<Told> entries);
}
