package io.throughline.journey;

import io.throughline.yaml.YamlMap;
import java.util.regex.Pattern;

/** Ids in a journey map. They end up in document ids and file names, so they are kept plain. */
final class Ids {

    private static final Pattern VALID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

    private Ids() {}

    /** The id under a key; notes an error when it is absent or no id. */
    static String read(YamlMap map, String key) {
        String id = map.requiredText(key);
        if (!id.isBlank() && !VALID.matcher(id).matches()) {
            map.error(
                    key,
                    "'"
                            + key
                            + "' is up to 64 letters, digits, hyphens, dots and underscores, such"
                            + " as 'first-claim'");
        }
        return id;
    }
}
