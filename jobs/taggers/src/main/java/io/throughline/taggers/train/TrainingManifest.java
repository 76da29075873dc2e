package io.throughline.taggers.train;

import io.throughline.model.SentimentLabel;
import io.throughline.taggers.train.LabelRule.Range;
import io.throughline.taggers.train.LabelledFile.Format;
import io.throughline.yaml.YamlFile;
import io.throughline.yaml.YamlMap;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a model is trained on and how: {@code training.yaml}.
 *
 * @param model version the model will have
 * @param settings of the training, as its kind of model has them
 * @param sources data files
 */
public record TrainingManifest<S>(String model, S settings, List<LabelledFile> sources) {

    public TrainingManifest {
        sources = List.copyOf(sources);
    }

    /**
     * Reads a manifest.
     *
     * @param settings reads the map {@code settings}, which may be absent, and notes what is wrong
     *     in it
     * @throws io.throughline.yaml.YamlException with every problem at its line and column
     */
    public static <S> TrainingManifest<S> parse(
            String name, String yaml, Function<Optional<YamlMap>, S> settings) {
        YamlFile file = YamlFile.parse(name, yaml);
        YamlMap root = file.root();
        root.only("apiVersion", "model", "settings", "sources");
        String model = root.requiredText("model");
        S read = settings.apply(root.map("settings"));
        List<LabelledFile> sources = new ArrayList<>();
        for (YamlMap source : root.maps("sources")) {
            sources.add(source(source));
        }
        if (sources.isEmpty()) {
            root.missing("sources");
        }
        file.check();
        return new TrainingManifest<>(model, read, sources);
    }

    /** Reads one of the sources, noting what is wrong with it. */
    public static LabelledFile source(YamlMap map) {
        map.only(
                "id",
                "file",
                "licence",
                "attribution",
                "sha256",
                "format",
                "text",
                "label",
                "rating",
                "weight",
                "most");
        String format = map.text("format").orElse("csv").toUpperCase(Locale.ROOT);
        if (!format.equals("CSV") && !format.equals("TSV")) {
            map.error("format", "csv or tsv is due");
            format = "CSV";
        }
        List<String> text = map.texts("text");
        if (text.isEmpty()) {
            map.missing("text");
        }
        return new LabelledFile(
                map.requiredText("id"),
                map.requiredText("file"),
                map.requiredText("licence"),
                map.text("attribution").orElse(null),
                map.text("sha256").orElse(null),
                Format.valueOf(format),
                text,
                rule(map.requiredMap("label")),
                map.map("rating").map(TrainingManifest::rating).orElse(null),
                map.number("weight").orElse(1.0),
                map.integer("most").map(Math::toIntExact).orElse(null));
    }

    private static LabelRule rule(YamlMap map) {
        map.only("column", "values", "all", "grades", "negative", "neutral", "positive");
        SentimentLabel all = map.text("all").flatMap(text -> label(map, "all", text)).orElse(null);
        Map<String, SentimentLabel> values = new HashMap<>();
        map.map("values")
                .ifPresent(
                        listed -> {
                            listed.only("negative", "neutral", "positive");
                            for (SentimentLabel label : SentimentLabel.values()) {
                                listed.texts(label.id()).forEach(value -> values.put(value, label));
                            }
                        });
        Map<SentimentLabel, Range> ranges = new EnumMap<>(SentimentLabel.class);
        for (SentimentLabel label : SentimentLabel.values()) {
            map.map(label.id()).ifPresent(range -> ranges.put(label, range(range)));
        }
        if (all == null && !map.has("column")) {
            map.missing("column");
        }
        Grades grades = map.map("grades").map(TrainingManifest::grades).orElse(null);
        return new LabelRule(map.text("column").orElse(null), values, ranges, all, grades);
    }

    private static Grades grades(YamlMap map) {
        map.only("edge", "slope");
        double edge = map.number("edge").orElse(0.5);
        double slope = map.number("slope").orElse(3.0);
        if (!(edge > 0 && slope > 0)) {
            map.error("edge", "edge and slope must be above 0");
            return null;
        }
        return new Grades(edge, slope);
    }

    private static RatingRule rating(YamlMap map) {
        map.only("column", "min", "max");
        return new RatingRule(
                map.requiredText("column"),
                map.number("min").orElse(1.0),
                map.number("max").orElse(5.0));
    }

    private static Range range(YamlMap map) {
        map.only("min", "max");
        return new Range(
                map.number("min").orElse(Double.NEGATIVE_INFINITY),
                map.number("max").orElse(Double.POSITIVE_INFINITY));
    }

    private static Optional<SentimentLabel> label(YamlMap map, String key, String text) {
        for (SentimentLabel label : SentimentLabel.values()) {
            if (label.id().equals(text)) {
                return Optional.of(label);
            }
        }
        map.error(key, "negative, neutral or positive is due, not '" + text + "'");
        return Optional.empty();
    }
}
