package io.throughline.local.cli;

import io.throughline.domain.tagging.Engines;
import io.throughline.domain.tagging.SentimentEngine;
import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.StageEngine;
import io.throughline.journey.JourneyMap;
import io.throughline.model.StageSignal;
import io.throughline.taggers.evaluate.Contestant;
import io.throughline.taggers.evaluate.EvaluationReport;
import io.throughline.taggers.evaluate.LabelSet;
import io.throughline.taggers.evaluate.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            defaultValue = Engines.DEEP_STAGE,
            description =
                    "Stage engines, separated by commas, or 'all' (default: ${DEFAULT-VALUE}).")
    private List<String> stageEngines;

    @Option(
            names = "--model-file",
            paramLabel = "[ID=]FILE",
            description =
                    "Model of a sentiment engine, as train writes it, instead of the shipped; ID may be"
                            + " left out with a single engine.")
    private List<String> models = List.of();

    /**
     * Loads the engines that there are labels for.
     *
     * @throws IOException when the journey map cannot be read
     */
    List<Contestant> load(LabelSet labels) throws IOException {
        List<Contestant> contestants = new ArrayList<>();
        if (labels.has(Task.SENTIMENT)) {
            Map<String, Path> files = modelFiles();
            for (SentimentEngine engine : sentiments()) {
                contestants.add(
                        files.containsKey(engine.id())
                                ? Contestant.load(trained(engine.id(), files.get(engine.id())))
                                : Contestant.load(engine));
            }
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

    /**
     * The report, with a warning when people's labels name stages that the journey map does not
     * have.
     *
     * @throws IOException when the journey map cannot be read
     */
    EvaluationReport checked(EvaluationReport report) throws IOException {
        if (report.stage() == null) {
            return report;
        }
        JourneyMap map = journey.map();
        List<String> unknown =
                report.stage().labels().entrySet().stream()
                        .filter(label -> label.getValue().labelled() > 0)
                        .map(Map.Entry::getKey)
                        .filter(stage -> !stage.equals(StageSignal.UNASSIGNED))
                        .filter(stage -> map.stage(stage).isEmpty())
                        .toList();
        return unknown.isEmpty()
                ? report
                : report.withWarning(
                        "the journey map "
                                + map.journey()
                                + " has no stage "
                                + String.join(", ", unknown)
                                + ": no engine can be right on rows labelled so; name the map with"
                                + " --journey, or correct the labels");
    }

    /** Files of models by engine. */
    private Map<String, Path> modelFiles() {
        Map<String, Path> files = new HashMap<>();
        for (String model : models) {
            int sign = model.indexOf('=');
            if (sign < 0 && (sentimentEngines.size() > 1 || sentimentEngines.contains(ALL))) {
                throw new UsageException("--model-file names the engine as well: ID=" + model);
            }
            String engine = sign < 0 ? sentimentEngines.get(0) : model.substring(0, sign);
            files.put(ModelKind.named(engine).id(), Path.of(model.substring(sign + 1)));
        }
        return files;
    }

    private static SentimentEngine trained(String engine, Path model) {
        return new SentimentEngine() {
            @Override
            public String id() {
                return engine;
            }

            @Override
            public SentimentTagger tagger() {
                return ModelKind.named(engine).read(model);
            }
        };
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
