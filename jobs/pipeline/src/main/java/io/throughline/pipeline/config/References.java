package io.throughline.pipeline.config;

import io.throughline.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * References in configuration values: {@code ${env.NAME}} is an environment variable, {@code
 * ${env.NAME:-text}} the same with a default, {@code ${file.PATH}} the text of a file without the
 * line break at its end. So secrets stay out of the configuration.
 */
final class References {

    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\{(env|file)\\.([^}:]+)(?::-([^}]*))?}");

    private final UnaryOperator<String> environment;
    private final Path directory;
    private final ConfigFiles files;

    /**
     * @param environment value of a variable; null when it is not set
     * @param directory that relative file names start from
     * @param files reads files
     */
    References(UnaryOperator<String> environment, Path directory, ConfigFiles files) {
        this.environment = environment;
        this.directory = directory;
        this.files = files;
    }

    /** The text of a key with its references filled in; notes an error for one that cannot be. */
    Optional<String> text(YamlMap map, String key) {
        return map.text(key).map(text -> resolve(map, key, text));
    }

    /** The texts of all keys with their references filled in. */
    Map<String, String> texts(YamlMap map) {
        Map<String, String> texts = new TreeMap<>();
        map.keys().forEach(key -> text(map, key).ifPresent(text -> texts.put(key, text)));
        return texts;
    }

    /** The text with its references filled in; notes an error at the key for one that cannot be. */
    String resolve(YamlMap map, String key, String text) {
        Matcher matcher = REFERENCE.matcher(text);
        StringBuilder resolved = new StringBuilder();
        while (matcher.find()) {
            String value =
                    matcher.group(1).equals("env")
                            ? variable(map, key, matcher.group(2), matcher.group(3))
                            : file(map, key, matcher.group(2));
            matcher.appendReplacement(resolved, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(resolved).toString();
    }

    private String variable(YamlMap map, String key, String name, String otherwise) {
        String value = environment.apply(name);
        if (value != null) {
            return value;
        }
        if (otherwise == null) {
            map.error(key, "the environment variable " + name + " is not set");
            return "";
        }
        return otherwise;
    }

    private String file(YamlMap map, String key, String name) {
        try {
            return files.read(directory.resolve(name)).stripTrailing();
        } catch (IOException e) {
            map.error(key, "the file " + directory.resolve(name) + " cannot be read");
            return "";
        }
    }
}
