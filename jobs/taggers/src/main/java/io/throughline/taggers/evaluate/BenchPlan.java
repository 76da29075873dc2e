package io.throughline.taggers.evaluate;

import io.throughline.taggers.train.TrainingManifest;
import io.throughline.yaml.YamlFile;
import io.throughline.yaml.YamlMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which public sets are measured on, how their rows get labels, and what is promised: {@code
 * sets.yaml}.
 *
 * @param sets in the order of the file
 * @param targets by group
 */
record BenchPlan(List<BenchSet> sets, Map<String, BenchTarget> targets) {

    private static final String SHIPPED = "sets.yaml";

    /** The plan that comes with the program. */
    static BenchPlan shipped() throws IOException {
        try (InputStream in = BenchPlan.class.getResourceAsStream(SHIPPED)) {
            return parse(SHIPPED, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** A plan of the user's. */
    static BenchPlan read(Path file) throws IOException {
        return parse(file.toString(), Files.readString(file));
    }

    /**
     * Reads a plan.
     *
     * @throws io.throughline.yaml.YamlException with every problem at its line and column
     */
    static BenchPlan parse(String name, String yaml) {
        YamlFile file = YamlFile.parse(name, yaml);
        YamlMap root = file.root();
        root.only("apiVersion", "sets", "targets");
        List<BenchSet> sets = new ArrayList<>();
        for (YamlMap set : root.maps("sets")) {
            set.only("group", "encoding", "minus", "source");
            YamlMap source = set.requiredMap("source");
            sets.add(
                    new BenchSet(
                            set.text("group").orElseGet(() -> source.requiredText("id")),
                            TrainingManifest.source(source),
                            encoding(set),
                            set.text("minus").orElse(null)));
        }
        if (sets.isEmpty()) {
            root.missing("sets");
        }
        Map<String, BenchTarget> targets = new LinkedHashMap<>();
        for (YamlMap target : root.maps("targets")) {
            target.only("group", "accuracy", "macroF1", "rulesMayWin");
            String group = target.requiredText("group");
            if (sets.stream().noneMatch(set -> set.group().equals(group))) {
                target.error("group", "no set is of the group '" + group + "'");
            }
            targets.put(
                    group,
                    new BenchTarget(
                            group,
                            target.number("accuracy").orElse(0.0),
                            target.number("macroF1").orElse(0.0),
                            target.bool("rulesMayWin").orElse(false)));
        }
        file.check();
        return new BenchPlan(List.copyOf(sets), targets);
    }

    private static Charset encoding(YamlMap set) {
        String name = set.text("encoding").orElse("UTF-8");
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            set.error("encoding", "'" + name + "' is no character set");
            return StandardCharsets.UTF_8;
        }
    }
}
