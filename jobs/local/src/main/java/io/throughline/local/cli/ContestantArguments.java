package io.throughline.local.cli;

import io.throughline.domain.tagging.Engines;
import io.throughline.domain.tagging.SentimentEngine;
import io.throughline.domain.tagging.StageEngine;
import io.throughline.journey.JourneyMap;
import io.throughline.taggers.evaluate.Contestant;
import io.throughline.taggers.evaluate.LabelSet;
import io.throughline.taggers.evaluate.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of a command that holds engines against each other. */
final class ContestantArguments {

    private static final String ALL = "all";

    @Mixin private JourneyArgument journey;

    @Option(
            names = {"--engine", "--sentiment-engine"},
            paramLabel = "ID",
            split = ",",
            defaultValue = Engines.DEFAULT_SENTIMENT,
            description =
                    "Sentiment engines, separated by commas, or 'all' (default: ${DEFAULT-VALUE}).")
    private List<String> sentimentEngines;

    @Option(
            names = "--stage-engine",
            paramLabel = "ID",
            split = ",",
            defaultValue = Engines.DEFAULT_STAGE,
            description =
                    "Stage engines, separated by commas, or 'all' (default: ${DEFAULT-VALUE}).")
    private List<String> stageEngines;

    /**
     * Loads the engines that there are labels for.
     *
     * @throws IOException when the journey map cannot be read
     */
    List<Contestant> load(LabelSet labels) throws IOException {
        List<Contestant> contestants = new ArrayList<>();
        if (labels.has(Task.SENTIMENT)) {
            sentiments().forEach(engine -> contestants.add(Contestant.load(engine)));
        }
        if (labels.has(Task.STAGE)) {
            JourneyMap map = journey.map();
            stages().forEach(engine -> contestants.add(Contestant.load(engine, map)));
        }
        if (!contestants.isEmpty()
                && contestants.stream().allMatch(one -> one.unavailable().isPresent())) {
            throw new UserException(contestants.get(0).unavailable().orElseThrow());
        }
        return contestants;
    }

    private List<SentimentEngine> sentiments() {
        return sentimentEngines.contains(ALL)
                ? Engines.sentiments()
                : sentimentEngines.stream().distinct().map(Engines::sentiment).toList();
    }

    private List<StageEngine> stages() {
        return stageEngines.contains(ALL)
                ? Engines.stages()
                : stageEngines.stream().distinct().map(Engines::stage).toList();
    }
}
