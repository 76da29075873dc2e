package io.throughline.polling;

import io.throughline.fetch.Batch;
import io.throughline.model.ChannelHealth;

/** What the threads of a reader hand to the task's thread. */
sealed interface Delivery {

    /** A run brought something, or its end. */
    record Brought(ChannelRun run, Batch batch) implements Delivery {}

    /** A run broke: it will bring no more. */
    record Broke(ChannelRun run, Throwable failure) implements Delivery {}

    /** A word on the health of a channel is due. */
    record Word(HostedSplit split, ChannelHealth health) implements Delivery {}
}
