package io.throughline.local.nab;

import io.throughline.domain.detect.numeric.NumericDetector;
import io.throughline.domain.detect.numeric.NumericSettings;
import io.throughline.domain.detect.numeric.NumericSettings.Span;
import io.throughline.domain.detect.numeric.SeriesEngine;
import io.throughline.domain.detect.numeric.SeriesScorer;
import java.util.List;

/**
 * The detector with one of its settings changed: a score that hangs on the very settings would be
 * an accident of these files.
 *
 * @param name what is changed
 */
public record SettingTrial(String name, NumericSettings settings) implements SeriesEngine {

    private static final NumericSettings SHIPPED = NumericSettings.DEFAULT;
    private static final Span VALUES = SHIPPED.spans().get(0);
    private static final Span SHAPES = SHIPPED.spans().get(1);
    private static final Span LEVEL = SHIPPED.level();

    /**
     * As shipped first, then every setting halved and doubled, or less where that is a great step.
     */
    public static List<SettingTrial> all() {
        return List.of(
                new SettingTrial("as shipped", SHIPPED),
                threshold(3.5),
                threshold(4),
                threshold(5),
                threshold(5.5),
                quiet(50),
                quiet(200),
                neighbours(1),
                neighbours(6),
                tail(0.01),
                tail(0.04),
                memory(2_500),
                memory(10_000),
                spans("memory of values 2,500", List.of(new Span(1, 2_500), SHAPES)),
                spans("memory of values 10,000", List.of(new Span(1, 10_000), SHAPES)),
                spans("shapes of 12", List.of(VALUES, new Span(12, SHAPES.memory()))),
                spans("shapes of 48", List.of(VALUES, new Span(48, SHAPES.memory()))),
                spans("memory of shapes 1,000", List.of(VALUES, new Span(SHAPES.length(), 1_000))),
                spans("memory of shapes 4,000", List.of(VALUES, new Span(SHAPES.length(), 4_000))),
                spans("no values", List.of(SHAPES)),
                spans("no shapes", List.of(VALUES)),
                level("level of 10", new Span(10, LEVEL.memory())),
                level("level of 40", new Span(40, LEVEL.memory())),
                level("memory of level 1,000", new Span(LEVEL.length(), 1_000)),
                level("memory of level 4,000", new Span(LEVEL.length(), 4_000)));
    }

    @Override
    public String id() {
        return name;
    }

    @Override
    public SeriesScorer scorer(long seed) {
        return new NumericDetector(settings);
    }

    private static SettingTrial threshold(double threshold) {
        return changed(
                "threshold " + threshold,
                SHIPPED.neighbours(),
                SHIPPED.tailMemory(),
                SHIPPED.tailShare(),
                threshold,
                SHIPPED.quietReadings());
    }

    private static SettingTrial quiet(int readings) {
        return changed(
                "quiet for " + readings,
                SHIPPED.neighbours(),
                SHIPPED.tailMemory(),
                SHIPPED.tailShare(),
                SHIPPED.threshold(),
                readings);
    }

    private static SettingTrial neighbours(int neighbours) {
        return changed(
                "neighbours " + neighbours,
                neighbours,
                SHIPPED.tailMemory(),
                SHIPPED.tailShare(),
                SHIPPED.threshold(),
                SHIPPED.quietReadings());
    }

    private static SettingTrial tail(double share) {
        return changed(
                "tail of " + share,
                SHIPPED.neighbours(),
                SHIPPED.tailMemory(),
                share,
                SHIPPED.threshold(),
                SHIPPED.quietReadings());
    }

    private static SettingTrial memory(int memory) {
        return changed(
                "memory of tails " + memory,
                SHIPPED.neighbours(),
                memory,
                SHIPPED.tailShare(),
                SHIPPED.threshold(),
                SHIPPED.quietReadings());
    }

    private static SettingTrial changed(
            String name,
            int neighbours,
            int tailMemory,
            double tailShare,
            double threshold,
            int quietReadings) {
        return new SettingTrial(
                name,
                new NumericSettings(
                        SHIPPED.spans(),
                        neighbours,
                        tailMemory,
                        tailShare,
                        LEVEL,
                        SHIPPED.leastReadings(),
                        threshold,
                        quietReadings));
    }

    private static SettingTrial spans(String name, List<Span> spans) {
        return watching(name, spans, LEVEL);
    }

    private static SettingTrial level(String name, Span level) {
        return watching(name, SHIPPED.spans(), level);
    }

    private static SettingTrial watching(String name, List<Span> spans, Span level) {
        return new SettingTrial(
                name,
                new NumericSettings(
                        spans,
                        SHIPPED.neighbours(),
                        SHIPPED.tailMemory(),
                        SHIPPED.tailShare(),
                        level,
                        SHIPPED.leastReadings(),
                        SHIPPED.threshold(),
                        SHIPPED.quietReadings()));
    }
}
