package io.throughline.taggers.train;

import io.throughline.yaml.YamlMap;
import java.net.URL;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * How a kind of model is trained when the data directory does not say it.
 *
 * @param ownModel version of a model made of plain tables
 * @param settings reads the settings of a manifest; given nothing, the settings for plain tables
 * @param seed chooses rows where a file has more than may be used
 * @param shippedManifest what the shipped model was trained on
 */
public record TrainingRecipe<S>(
        String ownModel,
        Function<Optional<YamlMap>, S> settings,
        ToLongFunction<S> seed,
        URL shippedManifest) {}
