package io.throughline.fetch;

import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.Mode;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A channel as it is set up here.
 *
 * @param id names the instance's cursor in checkpoints: keep it, and the channel goes on where it
 *     was; at most one instance of a job has it
 * @param values of the definition's references by their full names, such as {@code config.appId}
 *     and {@code secret.mastodon}
 * @param paths files, folders or globs; when there are any, the channel is read from files,
 *     whatever its mode
 */
public record ChannelInstance(
        String id, ChannelDefinition definition, Map<String, String> values, List<String> paths)
        implements Serializable {

    public ChannelInstance {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(definition, "definition");
        values = new TreeMap<>(values);
        paths = List.copyOf(paths);
        if (definition.mode() == Mode.PUSH && paths.isEmpty()) {
            throw new IllegalArgumentException(id + " is pushed: it belongs to the gateway");
        }
        if (definition.mode() == Mode.FILE && paths.isEmpty()) {
            throw new IllegalArgumentException(id + " is read from files: name them");
        }
    }

    /** The only instance of a definition that is polled or streamed. */
    public static ChannelInstance of(ChannelDefinition definition, Map<String, String> values) {
        return new ChannelInstance(definition.id(), definition, values, List.of());
    }

    /** The only instance of a definition, read from files. */
    public static ChannelInstance ofFiles(ChannelDefinition definition, List<String> paths) {
        return new ChannelInstance(definition.id(), definition, Map.of(), paths);
    }

    /** Without values: some are secrets. */
    @Override
    public String toString() {
        return "ChannelInstance[" + id + " " + definition.id() + " " + paths + "]";
    }
}
