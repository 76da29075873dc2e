package io.throughline.channels;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.TreeMap;

/**
 * A definition on the class path.
 *
 * @param name of the resource, e.g. {@code channels/csv/channel.yaml}
 * @param yaml its text
 * @param jar what brought it
 */
record ShippedChannel(String name, String yaml, String jar) {

    private static final String INDEX = "META-INF/throughline/channels";

    /**
     * All there are, sorted by id. A jar that is there twice is no clash.
     *
     * @throws IllegalStateException when two jars bring different ones of the same id
     */
    static Collection<ShippedChannel> onClassPath() {
        TreeMap<String, ShippedChannel> channels = new TreeMap<>();
        try {
            ClassLoader loader = ShippedChannel.class.getClassLoader();
            for (URL index : Collections.list(loader.getResources(INDEX))) {
                for (String line : text(index).lines().map(String::strip).toList()) {
                    if (!line.isEmpty() && !line.startsWith("#")) {
                        ShippedChannel channel = beside(index, line);
                        ShippedChannel other = channels.putIfAbsent(line, channel);
                        if (other != null && !other.yaml().equals(channel.yaml())) {
                            throw new IllegalStateException(
                                    "two channels are called '"
                                            + line
                                            + "': in "
                                            + other.jar()
                                            + " and in "
                                            + channel.jar());
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return channels.values();
    }

    /** The definition in the same jar as the index, so that none takes another's place. */
    private static ShippedChannel beside(URL index, String id) throws IOException {
        String name = "channels/" + id + "/channel.yaml";
        String jar = Jars.of(index, INDEX);
        try {
            return new ShippedChannel(name, text(new URL(index, "../../" + name)), jar);
        } catch (IOException e) {
            throw new IllegalStateException(name + " is listed and missing in " + jar, e);
        }
    }

    private static String text(URL resource) throws IOException {
        try (InputStream in = resource.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
