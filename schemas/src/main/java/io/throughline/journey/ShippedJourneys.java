package io.throughline.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The journey maps that come with Throughline, by name. They are the files of the examples. */
public final class ShippedJourneys {

    /** Names of the maps. */
    public static final List<String> NAMES =
            List.of("insurance", "retail", "airline", "government-service");

    private ShippedJourneys() {}

    /** The text of the map of that name; empty when none of that name is shipped. */
    public static Optional<String> yaml(String name) {
        return NAMES.contains(name) ? Optional.of(load(name)) : Optional.empty();
    }

    /** The map of that name; empty when none of that name is shipped. */
    public static Optional<JourneyMap> find(String name) {
        return yaml(name).map(yaml -> JourneyMapReader.read(name + ".yaml", yaml));
    }

    /** The name under which that very map is shipped; empty when it is somebody's own. */
    public static Optional<String> nameOf(JourneyMap map) {
        return NAMES.stream().filter(name -> find(name).equals(Optional.of(map))).findFirst();
    }

    private static String load(String name) {
        String resource = "/journeys/" + name + ".yaml";
        try (InputStream in = ShippedJourneys.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no " + resource + " on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
