package io.throughline.channels.definition;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * A fetcher written in Java.
 *
 * @param name of it on the class path
 * @param options what it is told; texts may hold references, see {@link Placeholders}
 */
public record FetcherSpec(String name, Map<String, String> options) implements Serializable {

    public FetcherSpec {
        options = new TreeMap<>(options);
    }
}
