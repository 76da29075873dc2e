package io.throughline.channels.definition;

import io.throughline.yaml.YamlMap;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

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
                                            + "' is none of "
                                            + Arrays.stream(known)
                                                    .map(Choice::name)
                                                    .collect(Collectors.joining(", ")));
                            return otherwise;
                        });
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
