package io.throughline.pipeline.detect;

import io.throughline.alert.AlertCommand;
import io.throughline.wire.Codecs;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Commands that are there from the start; travels with a job. */
final class MemoryCommandLog implements CommandLog {

    private static final long serialVersionUID = 1L;

    private final ArrayList<byte[]> commands = new ArrayList<>();

    MemoryCommandLog(List<AlertCommand> commands) {
        commands.forEach(command -> this.commands.add(Codecs.ALERT_COMMAND.encode(command)));
    }

    @Override
    public void read(Consumer<AlertCommand> to) {
        commands.forEach(bytes -> to.accept(Codecs.ALERT_COMMAND.decode(bytes)));
    }
}
