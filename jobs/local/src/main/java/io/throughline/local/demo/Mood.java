package io.throughline.local.demo;

import io.throughline.local.demo.words.Feeling;
import io.throughline.yaml.YamlMap;
import java.util.EnumMap;
import java.util.Map;

/** How often each feeling is expressed. */
record Mood(Map<Feeling, Double> weights) {

    static Mood read(YamlMap map) {
        Map<Feeling, Double> weights = new EnumMap<>(Feeling.class);
        for (Feeling feeling : Feeling.values()) {
            weights.put(feeling, map.number(feeling.id()).orElse(0.0));
        }
        return new Mood(weights);
    }
}
