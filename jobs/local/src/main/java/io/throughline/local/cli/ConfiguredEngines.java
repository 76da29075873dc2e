package io.throughline.local.cli;

import io.throughline.domain.tagging.EngineUnavailableException;
import io.throughline.domain.tagging.Engines;
import io.throughline.pipeline.config.ConfigPart;
import io.throughline.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Asks the class path for the engines that a configuration names under {@code tagging}.
 *
 * <p>The reader of the configuration does not: whoever else reads the file, such as a gateway, need
 * not have the engines on its class path.
 */
final class ConfiguredEngines {

    private ConfiguredEngines() {}

    /**
     * Loads no model.
     *
     * @throws IOException when the file cannot be read
     * @throws io.throughline.yaml.YamlException when an engine is not there; the message says which
     *     are
     */
    static void check(Path config) throws IOException {
        new ConfigPart<>(
                        config,
                        System::getenv,
                        (root, filler) -> {
                            root.map("tagging").ifPresent(ConfiguredEngines::check);
                            return root;
                        })
                .changed();
    }

    private static void check(YamlMap tagging) {
        check(tagging, "sentiment", Engines::sentiment);
        check(tagging, "stage", Engines::stage);
    }

    private static void check(YamlMap tagging, String kind, Consumer<String> registry) {
        tagging.text(kind)
                .ifPresent(
                        id -> {
                            try {
                                registry.accept(id);
                            } catch (EngineUnavailableException e) {
                                tagging.error(kind, e.getMessage());
                            }
                        });
    }
}
