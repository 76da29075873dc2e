package io.throughline.local.nab;

import io.throughline.domain.detect.numeric.SeriesEngine;
import io.throughline.domain.detect.numeric.SeriesScorer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.function.Predicate;

/** Lets a detector go through the benchmark and weighs what it says. */
public final class NabBench {

    /** The score at which the detector fires, whatever its settings are. */
    private static final double OWN_THRESHOLD = 0.5;

    private final NabCorpus corpus;

    public NabBench(NabCorpus corpus) {
        this.corpus = corpus;
    }

    /**
     * Runs a detector, for every series a new one, which sees a row before the next.
     *
     * @param threshold to score by; the one with the greatest score when empty
     * @param done is told how many series are
     */
    public NabReport run(
            SeriesEngine engine,
            long seed,
            List<NabProfile> profiles,
            OptionalDouble threshold,
            IntConsumer done) {
        List<ScoredSeries> scored = scores(engine, seed, done);
        return report(engine.id(), seed, scored, profiles, threshold);
    }

    /** Runs the detector with a setting changed and scores it by the standard profile. */
    public TrialScore trial(SettingTrial trial) {
        List<ScoredSeries> scored = scores(trial, 0, done -> {});
        NabScorer scorer = new NabScorer(scored);
        NabProfile profile = NabProfile.STANDARD;
        return new TrialScore(
                trial.name(),
                scorer.score(profile, OWN_THRESHOLD).score(),
                part(scored, one -> !heldOut(one), profile, OWN_THRESHOLD).score(),
                part(scored, this::heldOut, profile, OWN_THRESHOLD).score(),
                scorer.score(profile, scorer.bestThreshold(profile)).score());
    }

    private List<ScoredSeries> scores(SeriesEngine engine, long seed, IntConsumer done) {
        List<ScoredSeries> scored = new ArrayList<>();
        for (NabSeries series : corpus.series()) {
            SeriesScorer scorer = engine.scorer(seed);
            double[] scores = new double[series.rows()];
            for (int row = 0; row < scores.length; row++) {
                scores[row] = scorer.score(series.times().get(row), series.values()[row]);
            }
            scored.add(new ScoredSeries(series, scores));
            done.accept(scored.size());
        }
        return scored;
    }

    /**
     * Scores the files of results that somebody published.
     *
     * @param directory of one detector
     * @param threshold to score by; the one with the greatest score when empty
     */
    public NabReport published(Path directory, List<NabProfile> profiles, OptionalDouble threshold)
            throws IOException {
        String detector = directory.toAbsolutePath().normalize().getFileName().toString();
        return report(detector, 0, NabResults.read(directory, corpus), profiles, threshold);
    }

    private NabReport report(
            String detector,
            long seed,
            List<ScoredSeries> scored,
            List<NabProfile> profiles,
            OptionalDouble threshold) {
        NabScorer scorer = new NabScorer(scored);
        return new NabReport(
                detector,
                seed,
                scored.size(),
                scored.stream().mapToLong(one -> one.series().rows()).sum(),
                scored.stream().mapToInt(one -> one.series().windows().size()).sum(),
                corpus.missing(),
                profiles.stream()
                        .map(profile -> report(profile, scored, scorer, threshold))
                        .toList());
    }

    private ProfileReport report(
            NabProfile profile, List<ScoredSeries> scored, NabScorer scorer, OptionalDouble asked) {
        double threshold = asked.isPresent() ? asked.getAsDouble() : scorer.bestThreshold(profile);
        Map<String, NabScore> halves = new LinkedHashMap<>();
        halves.put("chosen", part(scored, one -> !heldOut(one), profile, threshold));
        halves.put("heldOut", part(scored, this::heldOut, profile, threshold));
        Map<String, NabScore> categories = new TreeMap<>();
        for (ScoredSeries one : scored) {
            categories.computeIfAbsent(
                    one.series().category(),
                    category ->
                            part(
                                    scored,
                                    other -> other.series().category().equals(category),
                                    profile,
                                    threshold));
        }
        return new ProfileReport(
                profile.id(),
                threshold,
                scorer.score(profile, threshold),
                halves,
                categories,
                scored.stream().map(one -> file(one, profile, threshold)).toList());
    }

    private FileScore file(ScoredSeries scored, NabProfile profile, double threshold) {
        List<String> detected = new ArrayList<>();
        NabSeries series = scored.series();
        for (int row = 0; row < series.rows(); row++) {
            if (scored.scores()[row] >= threshold && row >= RowValues.probation(series.rows())) {
                detected.add(series.times().get(row).toString());
            }
        }
        return new FileScore(
                series.file(),
                heldOut(scored),
                new NabScorer(List.of(scored)).score(profile, threshold),
                detected);
    }

    private static NabScore part(
            List<ScoredSeries> scored,
            Predicate<ScoredSeries> which,
            NabProfile profile,
            double threshold) {
        return new NabScorer(scored.stream().filter(which).toList()).score(profile, threshold);
    }

    /** A fixed rule that looks at no label: every second file by name, of those labelled at all. */
    private boolean heldOut(ScoredSeries scored) {
        return corpus.labelled().indexOf(scored.series().file()) % 2 == 1;
    }
}
