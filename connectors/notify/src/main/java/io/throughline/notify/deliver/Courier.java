package io.throughline.notify.deliver;

import io.throughline.notify.send.Outcome;
import java.util.List;

/** Takes letters to one receiver, once. */
interface Courier extends AutoCloseable {

    /**
     * @param letters of one stage, at least one
     * @param key the same for the same letters, however often they are sent
     */
    Outcome send(List<Letter> letters, String key) throws InterruptedException;

    @Override
    void close();
}
