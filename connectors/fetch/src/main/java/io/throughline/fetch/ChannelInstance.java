package io.throughline.fetch;

import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.Mode;
import io.throughline.channels.definition.Placeholders;
import io.throughline.channels.definition.RequestSpec;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
        if (definition.mode() == Mode.PUSH && definition.reconcile() == null && paths.isEmpty()) {
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

    /**
     * The poll beside a push, which finds what never arrived; empty when the definition has none,
     * or not all that it refers to has a value.
     *
     * @param values as those of {@link #of}
     */
    public static Optional<ChannelInstance> reconciling(
            ChannelDefinition definition, Map<String, String> values) {
        RequestSpec reconcile = definition.reconcile();
        if (reconcile == null || !values.keySet().containsAll(references(reconcile))) {
            return Optional.empty();
        }
        return Optional.of(of(definition, values));
    }

    private static Set<String> references(RequestSpec request) {
        List<String> texts = new ArrayList<>(request.auth().texts());
        texts.add(request.url());
        texts.addAll(request.query().values());
        texts.addAll(request.headers().values());
        texts.add(request.body() == null ? "" : request.body());
        if (request.cursor() != null && request.cursor().start() != null) {
            texts.add(request.cursor().start());
        }
        return texts.stream()
                .flatMap(text -> Placeholders.names(text).stream())
                .filter(name -> name.contains("."))
                .collect(Collectors.toSet());
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
