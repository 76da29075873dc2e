package io.throughline.taggers.evaluate;

import io.throughline.domain.tagging.TrainedModel;
import io.throughline.domain.tagging.TrainingSource;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.taggers.evaluate.Trial.Knowledge;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Measures what is promised of the sentiment engines on public sets that the user has.
 *
 * <p>A set is scored by models that have not seen a text of it: where an engine's training list
 * names the set, its model is trained again without it, and where that cannot be done, the figure
 * is marked and compared with nothing. Engines too slow for every row tag rows spread evenly over
 * the set.
 */
public final class TaggingBench {

    /** Engines slower than this, in records per CPU-second, tag a sample of each set. */
    private static final double SLOW = 60;

    private static final int SLOW_ROWS = 500;
    private static final int TEXTS_A_ROUND = 40;

    private final BenchPlan plan;
    private final BenchSetReader reader;
    private final Retraining retraining;
    private final BenchOptions options;
    private final EvaluationProgress progress;
    private final List<Trial> trials = new ArrayList<>();

    /**
     * @param data directory with the files that the plan names
     * @param sets the plan; the one that comes with the program when null
     * @throws IOException when the plan cannot be read
     */
    public TaggingBench(
            Path data,
            Path sets,
            Retraining retraining,
            BenchOptions options,
            EvaluationProgress progress)
            throws IOException {
        this.plan = sets == null ? BenchPlan.shipped() : BenchPlan.read(sets);
        this.reader = new BenchSetReader(data);
        this.retraining = retraining;
        this.options = options;
        this.progress = progress;
    }

    /**
     * Measures.
     *
     * @throws LabelFileException when none of the files is there, or one is not what is meant
     * @throws IOException when a file cannot be read, or a training fails
     */
    public BenchReport run(List<Contestant> contestants) throws IOException {
        Map<BenchSet, List<LabelRow>> rows = rows();
        List<Contestant> present =
                contestants.stream().filter(one -> one.unavailable().isEmpty()).toList();
        SpeedRace race = new SpeedRace(present, rounds(rows), options, progress);
        Map<String, ContestantLog> logs = new LinkedHashMap<>();
        contestants.forEach(one -> logs.put(one.id(), new ContestantLog(one)));
        long done = 0;
        long total = (long) rows.size() * present.size();
        for (BenchSet set : rows.keySet()) {
            for (Contestant contestant : present) {
                progress.at(contestant.id() + " on " + set.id(), done++, total);
                boolean slow = race.rates().get(contestant.id()) < SLOW;
                tryOn(set, rows.get(set), contestant, logs.get(contestant.id()), slow);
            }
        }
        List<String> missing =
                plan.sets().stream()
                        .filter(set -> !rows.containsKey(set))
                        .map(set -> set.id() + " (" + set.source().file() + ")")
                        .toList();
        List<EngineReport> engines =
                logs.values().stream()
                        .map(log -> log.report().withRate(race.rates().get(log.contestant().id())))
                        .toList();
        return BenchReport.of(plan, options.candidate(), engines, trials, race, missing);
    }

    private Map<BenchSet, List<LabelRow>> rows() throws IOException {
        Map<BenchSet, List<LabelRow>> rows = new LinkedHashMap<>();
        for (BenchSet set : plan.sets()) {
            if (reader.has(set)) {
                rows.put(set, reader.read(set));
            }
        }
        if (rows.isEmpty()) {
            throw new LabelFileException(
                    "none of the sets is in the data directory; the first would be "
                            + plan.sets().get(0).source().file());
        }
        return rows;
    }

    /** Texts of all sets alike, a list for each round, none twice while there are enough. */
    private List<List<Verbatim>> rounds(Map<BenchSet, List<LabelRow>> rows) {
        List<List<Verbatim>> rounds = new ArrayList<>();
        int each = Math.max(1, TEXTS_A_ROUND / rows.size());
        for (int round = 0; round < options.rounds(); round++) {
            List<Verbatim> texts = new ArrayList<>();
            for (List<LabelRow> set : rows.values()) {
                for (int i = 0; i < each; i++) {
                    int at = (int) ((long) (round * each + i) * 7919 % set.size());
                    texts.add(set.get(at).verbatim());
                }
            }
            rounds.add(texts);
        }
        return rounds;
    }

    private void tryOn(
            BenchSet set, List<LabelRow> all, Contestant shipped, ContestantLog log, boolean slow)
            throws IOException {
        Set<String> seen = seen(shipped, set);
        Contestant contestant = shipped;
        Knowledge knowledge =
                shipped.trained().isEmpty()
                        ? Knowledge.UNKNOWN
                        : seen.isEmpty() ? Knowledge.UNSEEN : Knowledge.SEEN;
        if (knowledge == Knowledge.SEEN) {
            Optional<Contestant> fresh =
                    retraining
                            .train(shipped.id(), seen)
                            .map(tagger -> Contestant.of(shipped.id(), tagger));
            if (fresh.isPresent() && seen(fresh.get(), set).isEmpty()) {
                contestant = fresh.get();
                knowledge = Knowledge.LEFT_OUT;
            }
        }
        List<LabelRow> rows =
                spread(all, slow ? Math.min(SLOW_ROWS, options.limit()) : options.limit());
        try (TaggingThreads threads = new TaggingThreads(1)) {
            threads.tag(contestant, log, rows, tagged -> {});
        }
        trials.add(
                new Trial(
                        set.id(),
                        set.group(),
                        shipped.id(),
                        contestant.trained().map(TrainedModel::model).orElse(log.model()),
                        rows.size(),
                        all.size(),
                        knowledge == Knowledge.LEFT_OUT ? List.copyOf(seen) : List.of(),
                        knowledge));
    }

    /** Ids of the files in a model's training list that are the set. */
    private static Set<String> seen(Contestant contestant, BenchSet set) {
        Set<String> seen = new TreeSet<>();
        contestant
                .trained()
                .ifPresent(
                        model -> {
                            for (TrainingSource source : model.trainedOn()) {
                                if (source.id().equals(set.id())
                                        || (source.sha256() != null
                                                && source.sha256().equals(set.source().sha256()))) {
                                    seen.add(source.id());
                                }
                            }
                        });
        return seen;
    }

    private static List<LabelRow> spread(List<LabelRow> rows, long limit) {
        if (limit >= rows.size()) {
            return rows;
        }
        List<LabelRow> spread = new ArrayList<>();
        for (long i = 0; i < limit; i++) {
            spread.add(rows.get((int) (i * rows.size() / limit)));
        }
        return spread;
    }
}
