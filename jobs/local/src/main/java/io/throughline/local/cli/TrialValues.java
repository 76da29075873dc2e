package io.throughline.local.cli;

import io.throughline.pipeline.config.ConfiguredChannel;
import io.throughline.pipeline.config.ThroughlineConfig;
import io.throughline.pipeline.config.ThroughlineConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a definition refers to, from where a trial finds it: {@code -c name=value}, then {@code
 * throughline.yaml}, then an environment variable of that name.
 */
final class TrialValues {

    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\{((?:config|secret)\\.[A-Za-z0-9_.-]+)}");

    private final Map<String, String> given;
    private final Optional<ThroughlineConfig> config;
    private final UnaryOperator<String> environment;

    TrialValues(
            Map<String, String> given,
            Optional<ThroughlineConfig> config,
            UnaryOperator<String> environment) {
        this.given = given;
        this.config = config;
        this.environment = environment;
    }

    /** The configuration in that file; empty when nobody named one and there is none. */
    static Optional<ThroughlineConfig> config(Path named) throws IOException {
        Path file = named == null ? Path.of("throughline.yaml") : named;
        if (!Files.exists(file)) {
            if (named != null) {
                throw new UserException("there is no configuration " + file);
            }
            return Optional.empty();
        }
        return Optional.of(ThroughlineConfigReader.read(file, System::getenv));
    }

    /** References of a definition, sorted, such as {@code secret.token}. */
    static List<String> references(String yaml) {
        TreeSet<String> names = new TreeSet<>();
        Matcher matcher = REFERENCE.matcher(withoutComments(yaml));
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return List.copyOf(names);
    }

    private static String withoutComments(String yaml) {
        return yaml.lines()
                .filter(line -> !line.stripLeading().startsWith("#"))
                .reduce("", (all, line) -> all + line + "\n");
    }

    /** The channel as it is configured, if it is. */
    Optional<ConfiguredChannel> configured(String id) {
        return config.flatMap(
                file ->
                        file.channels().stream()
                                .filter(channel -> channel.definition().id().equals(id))
                                .findFirst());
    }

    /**
     * The value of every reference.
     *
     * @throws UserException naming those that nobody gave
     */
    Map<String, String> of(String id, List<String> references) {
        Map<String, String> values = new TreeMap<>();
        configured(id).ifPresent(channel -> values.putAll(channel.values()));
        TreeSet<String> missing = new TreeSet<>();
        for (String reference : references) {
            String name = reference.substring(reference.indexOf('.') + 1);
            String value = given.getOrDefault(name, given.get(reference));
            if (value == null && !values.containsKey(reference)) {
                value = environment.apply(variable(name));
            }
            if (value != null) {
                values.put(reference, value);
            } else if (!values.containsKey(reference)) {
                missing.add(name);
            }
        }
        if (!missing.isEmpty()) {
            String first = missing.first();
            throw new UserException(
                    "the channel asks for "
                            + String.join(", ", missing)
                            + ": give it with -c "
                            + first
                            + "=…, as the environment variable "
                            + variable(first)
                            + ", or under channels in throughline.yaml.");
        }
        return values;
    }

    /** {@code appId} is {@code THROUGHLINE_APP_ID}. */
    static String variable(String name) {
        return "THROUGHLINE_"
                + name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                        .replaceAll("[^A-Za-z0-9]", "_")
                        .toUpperCase(Locale.ROOT);
    }
}
