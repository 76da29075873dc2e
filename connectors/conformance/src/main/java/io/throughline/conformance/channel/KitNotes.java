package io.throughline.conformance.channel;

import io.throughline.yaml.YamlFile;
import io.throughline.yaml.YamlMap;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What fixtures cannot say by themselves, from {@code fixtures/kit.yaml}. All of it is optional.
 *
 * @param observedAt when the fixtures count as observed; empty: when their golden files say, else
 *     today
 * @param values of references such as {@code config.appId}; those not named are made up
 * @param source what the source really does
 * @param signed fixtures as the provider signed them
 */
public record KitNotes(
        Optional<Instant> observedAt,
        Map<String, String> values,
        SourceNotes source,
        List<SignedFixture> signed) {

    /** Nothing is said. */
    public static final KitNotes NONE =
            new KitNotes(Optional.empty(), Map.of(), SourceNotes.NONE, List.of());

    public KitNotes {
        values = Map.copyOf(values);
        signed = List.copyOf(signed);
    }

    /**
     * Reads a {@code kit.yaml}.
     *
     * @throws io.throughline.yaml.YamlException with every problem at its line and column
     */
    public static KitNotes read(String name, String yaml) {
        YamlFile file = YamlFile.parse(name, yaml);
        YamlMap root = file.root();
        root.only("observedAt", "values", "source", "signed");
        KitNotes notes =
                new KitNotes(
                        time(root, "observedAt"),
                        texts(root, "values"),
                        root.map("source").map(KitNotes::source).orElse(SourceNotes.NONE),
                        signed(root));
        file.check();
        return notes;
    }

    private static SourceNotes source(YamlMap block) {
        block.only("boundary", "order", "retryAfter");
        return new SourceNotes(
                either(block, "boundary", "included", "excluded"),
                either(block, "order", "newest-first", "oldest-first"),
                block.text("retryAfter"));
    }

    private static Optional<Boolean> either(YamlMap block, String key, String yes, String no) {
        Optional<String> text = block.text(key);
        if (text.isPresent() && !text.get().equals(yes) && !text.get().equals(no)) {
            block.error(key, "'" + text.get() + "' is neither " + yes + " nor " + no);
        }
        return text.map(yes::equals);
    }

    private static List<SignedFixture> signed(YamlMap root) {
        List<SignedFixture> signed = new ArrayList<>();
        for (YamlMap block : root.maps("signed")) {
            block.only("fixture", "url", "headers", "at");
            signed.add(
                    new SignedFixture(
                            block.requiredText("fixture"),
                            block.text("url").orElse(null),
                            texts(block, "headers"),
                            time(block, "at").orElse(Instant.EPOCH)));
        }
        return signed;
    }

    private static Map<String, String> texts(YamlMap block, String key) {
        Map<String, String> texts = new TreeMap<>();
        Optional<YamlMap> map = block.map(key);
        for (String name : map.map(YamlMap::keys).orElse(List.of())) {
            map.get().text(name).ifPresent(text -> texts.put(name, text));
        }
        return texts;
    }

    private static Optional<Instant> time(YamlMap block, String key) {
        try {
            return block.text(key).map(Instant::parse);
        } catch (DateTimeParseException e) {
            block.error(key, "write a time such as 2026-03-10T00:00:00Z");
            return Optional.empty();
        }
    }
}
