package io.throughline.channels.definition;

import io.throughline.yaml.Nearest;
import io.throughline.yaml.YamlMap;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One of the constants of an enum, which a file names in lower case and with hyphens. */
final class Choice {

    private Choice() {}

    static <E extends Enum<E>> E read(YamlMap map, String key, E[] known, E otherwise) {
        Optional<String> text = map.text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        return Arrays.stream(known)
                .filter(each -> name(each).equalsIgnoreCase(text.get().strip()))
                .findFirst()
                .orElseGet(
                        () -> {
                            map.error(
                                    key,
                                    "'"
                                            + text.get()
                                            + "' is not known"
                                            + Nearest.hint(text.get(), names(known)));
                            return otherwise;
                        });
    }

    static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Choice::name).toList();
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
