package io.throughline.pipeline.detect;

import io.throughline.alert.AlertCommand;
import java.io.Serializable;
import java.util.function.Consumer;

/** The commands as they are kept for ever. */
@FunctionalInterface
public interface CommandLog extends Serializable {

    /** Hands every command that is committed now to a consumer, oldest first. */
    void read(Consumer<AlertCommand> to);
}
