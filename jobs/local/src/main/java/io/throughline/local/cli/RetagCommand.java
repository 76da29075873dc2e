package io.throughline.local.cli;

import io.throughline.domain.tagging.Engines;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.JourneyMapReader;
import io.throughline.local.revise.Retag;
import io.throughline.local.revise.RetagReport;
import io.throughline.local.revise.Servers;
import io.throughline.local.run.Progress;
import io.throughline.pipeline.config.JourneyFiles;
import io.throughline.pipeline.config.ThroughlineConfig;
import io.throughline.pipeline.learning.KafkaModelLog;
import io.throughline.pipeline.tagging.FeedbackStages;
import io.throughline.pipeline.tagging.TaggingSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.elasticsearch.client.RestClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A later version of the journey map for what was tagged before. */
@Command(
        name = "retag",
        description =
                "Tag what was tagged before anew with a later version of the journey map. Documents"
                        + " and roll-ups follow; sentiment and what people said stay. Says which"
                        + " engine it takes and prints a comparison: JSON on stdout, a table on"
                        + " stderr.",
        footer = {
            "",
            "Start the pipeline with the new map first, so that what arrives meanwhile has it too.",
            "A second call does what the first left."
        })
final class RetagCommand implements Callable<Integer> {

    @Option(
            names = "--journey",
            required = true,
            paramLabel = "FILE",
            description = "Journey map with a higher version than the feedback has.")
    private String journey;

    @Option(
            names = "--stage-engine",
            paramLabel = "ID",
            description =
                    "Stage engine (default: what the configuration says, or the learner with what it"
                            + " has learnt).")
    private String stageEngine;

    @Option(names = "--dry-run", description = "Compare only; write nothing.")
    private boolean dryRun;

    @Mixin private ServerArguments servers;

    @Override
    public Integer call() throws IOException {
        String yaml = JourneyFiles.read(journey, Path.of(""));
        JourneyMap map = JourneyMapReader.read(journey, yaml);
        Optional<ThroughlineConfig> configuration = servers.configuration();
        TaggingSettings settings = settings(yaml, configuration);
        StagesBy engine = new StagesBy(settings.stagesBy(), source(configuration));
        System.err.println(engine.line());
        Progress progress = Progress.onStandardError();
        RetagReport report;
        try (Servers open = servers.open(progress)) {
            FeedbackStages stages = FeedbackStages.of(settings, new KafkaModelLog(open.kafka()));
            Retag retag = new Retag(open.kafka(), map, stages, progress);
            report = dryRun ? retag.compare() : write(open, retag);
            progress.status("Done");
            progress.clear();
        }
        System.err.print(report.table());
        System.out.println(engine.in(report.json()).toPrettyString());
        System.out.flush();
        return 0;
    }

    private StagesBy.Source source(Optional<ThroughlineConfig> configuration) {
        if (stageEngine != null) {
            return StagesBy.Source.OPTION;
        }
        return configuration.isPresent() ? StagesBy.Source.CONFIGURATION : StagesBy.Source.DEFAULT;
    }

    private TaggingSettings settings(String yaml, Optional<ThroughlineConfig> configuration) {
        TaggingSettings settings =
                configuration
                        .map(config -> config.tagging().of(journey, yaml))
                        .orElseGet(
                                () ->
                                        new TaggingSettings(
                                                Engines.DEFAULT_SENTIMENT,
                                                Engines.DEFAULT_STAGE,
                                                journey,
                                                yaml));
        return stageEngine == null ? settings : settings.withStages(stageEngine);
    }

    private static RetagReport write(Servers open, Retag retag) throws IOException {
        try (RestClient search =
                open.search()
                        .orElseThrow(
                                () ->
                                        new UserException(
                                                "name Elasticsearch with --elasticsearch, or look"
                                                        + " first with --dry-run."))) {
            return retag.write(search);
        }
    }
}
