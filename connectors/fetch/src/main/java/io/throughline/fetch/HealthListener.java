package io.throughline.fetch;

import java.time.Duration;

/**
 * Is told by a fetcher how its channel is doing, on the thread that fetches. What a channel brings
 * is seen in its batches, so it is not said here.
 */
public interface HealthListener {

    /** Does not listen. */
    HealthListener NONE =
            new HealthListener() {
                @Override
                public void succeeded() {}

                @Override
                public void failed(Failure failure) {}

                @Override
                public void behind(Duration lag) {}
            };

    /**
     * The channel answered as it should, with or without something new: a page came, a stream was
     * opened or brought a byte, a folder was looked at.
     */
    void succeeded();

    /** The channel did not answer, or not as it should; it is asked again after a pause. */
    void failed(Failure failure);

    /** How far the cursor is behind the newest that the server has, where the server says so. */
    void behind(Duration lag);
}
