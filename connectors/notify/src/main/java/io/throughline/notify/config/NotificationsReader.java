package io.throughline.notify.config;

import io.throughline.yaml.Nearest;
import io.throughline.yaml.YamlMap;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code receivers}, {@code owners} and {@code links} of {@code throughline.yaml}. Problems
 * are noted at line and column and never hold a value that could be a secret.
 */
public final class NotificationsReader {

    private final YamlMap root;
    private final Filler filler;

    /** Fills in references to the environment and to files. */
    @FunctionalInterface
    public interface Filler {

        /** The text with its references filled in; notes an error at the key if one cannot be. */
        String fill(YamlMap map, String key, String text);
    }

    private NotificationsReader(YamlMap root, Filler filler) {
        this.root = root;
        this.filler = filler;
    }

    /** The blocks of a file; {@link Notifications#NONE} where there are none. */
    public static Notifications read(YamlMap root, Filler filler) {
        return new NotificationsReader(root, filler).notifications();
    }

    /**
     * The addresses in {@code links} alone: nobody is told, and no receiver's secret is asked for.
     */
    public static Notifications links(YamlMap root, Filler filler) {
        return new NotificationsReader(root, filler).linked(List.of(), Map.of());
    }

    private Notifications notifications() {
        Map<String, Receiver> receivers = new LinkedHashMap<>();
        List<String> named = new ArrayList<>();
        for (YamlMap map : root.maps("receivers")) {
            map.text("id").ifPresent(named::add);
            Optional<Receiver> receiver = new ReceiverReader(map, filler).receiver();
            if (receiver.isPresent()
                    && receivers.put(receiver.get().id(), receiver.get()) != null) {
                map.error("id", "there are two receivers '" + receiver.get().id() + "'");
            }
        }
        return linked(List.copyOf(receivers.values()), owners(named));
    }

    private Notifications linked(List<Receiver> receivers, Map<String, List<String>> owners) {
        Optional<YamlMap> links = root.map("links");
        links.ifPresent(map -> map.only("page", "kibana"));
        return new Notifications(
                receivers,
                owners,
                links.flatMap(map -> link(map, "page")),
                links.flatMap(map -> link(map, "kibana")));
    }

    private Map<String, List<String>> owners(List<String> known) {
        Optional<YamlMap> block = root.map("owners");
        Map<String, List<String>> owners = new LinkedHashMap<>();
        if (block.isEmpty()) {
            return owners;
        }
        for (String owner : block.get().keys()) {
            List<String> told = new ArrayList<>();
            List<String> named = block.get().texts(owner);
            for (int i = 0; i < named.size(); i++) {
                if (known.contains(named.get(i))) {
                    told.add(named.get(i));
                } else {
                    block.get()
                            .errorAt(
                                    owner,
                                    i,
                                    "there is no receiver '"
                                            + named.get(i)
                                            + "'"
                                            + (known.isEmpty()
                                                    ? "; add it under 'receivers'"
                                                    : Nearest.hint(named.get(i), known)));
                }
            }
            owners.put(owner, told);
        }
        return owners;
    }

    private Optional<URI> link(YamlMap map, String key) {
        Optional<String> text = map.text(key).map(given -> filler.fill(map, key, given));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.get().matches("https?://[^\\s?#]+")) {
            map.error(key, key + " is an address such as https://cx.example/, without ? and #");
            return Optional.empty();
        }
        try {
            return Optional.of(URI.create(text.get()));
        } catch (IllegalArgumentException e) {
            map.error(key, key + " is an address such as https://cx.example/, without ? and #");
            return Optional.empty();
        }
    }
}
