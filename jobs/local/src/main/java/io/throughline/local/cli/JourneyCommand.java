package io.throughline.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.domain.tagging.Engines;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.JourneyMapReader;
import io.throughline.journey.JourneySchema;
import io.throughline.pipeline.config.JourneyFiles;
import io.throughline.taggers.stage.AdviceText;
import io.throughline.taggers.stage.JourneyAdvice;
import io.throughline.taggers.stage.JourneyAdvisor;
import io.throughline.taggers.stage.JourneyAdvisor.Told;
import io.throughline.taggers.stage.StageTrial;
import io.throughline.taggers.stage.StageTrialReport;
import io.throughline.yaml.YamlProblem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands on journey maps. */
@Command(
        name = "journey",
        description = "Work with journey maps.",
        synopsisSubcommandLabel = "COMMAND")
final class JourneyCommand {

    @Command(
            name = "validate",
            description =
                    "Check a journey map. Problems come as FILE:LINE:COLUMN on stderr; warnings never"
                            + " stop a command.")
    int validate(
            @Parameters(paramLabel = "FILE", description = "Journey map.") String file,
            @Option(
                            names = "--sample",
                            paramLabel = "FILE",
                            description =
                                    "Feedback, a text a line or JSON lines with text: tells cues that"
                                            + " match nothing.")
                    Path sample)
            throws IOException {
        String yaml = JourneyFiles.read(file, Path.of(""));
        List<YamlProblem> problems =
                sample == null
                        ? JourneyMapReader.validate(file, yaml)
                        : JourneyMapReader.validate(
                                file, yaml, SampleTexts.read(Files.readAllLines(sample)));
        problems.forEach(System.err::println);
        if (problems.stream().anyMatch(p -> p.severity() == YamlProblem.Severity.ERROR)) {
            return 1;
        }
        JourneyMap map = JourneyMapReader.read(file, yaml);
        requireReadableTokenCues(map);
        System.err.printf(
                "%s: journey %s version %d is valid: %d stages%n",
                file, map.journey(), map.version(), map.stages().size());
        return 0;
    }

    @Command(
            name = "improve",
            description =
                    "Hold a journey map against feedback: which stages are confused, what fits"
                            + " nowhere, which cues and examples mislead, and sentences of the"
                            + " feedback that would make good examples. A text for people on stderr,"
                            + " with YAML to paste; the same as JSON on stdout.",
            footer = {
                "",
                "FILE is a CSV with a header, JSON lines, or a text a line. Columns or fields: text, and",
                "language and stage where they are known. All texts are redacted. Nothing is changed.",
                "",
                "Example: throughline journey improve --journey my-map.yaml --feedback march.csv > advice.json"
            })
    int improve(
            @Mixin JourneyArgument journey,
            @Option(
                            names = "--feedback",
                            required = true,
                            paramLabel = "FILE",
                            description = "Feedback; - for stdin.")
                    String feedback,
            @Option(
                            names = "--labels",
                            paramLabel = "FILE",
                            description =
                                    "Feedback whose stage people told, some twenty a stage: with it,"
                                            + " the advice knows where the map is wrong.")
                    String labels,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "2000",
                            description =
                                    "Look at N texts, spread evenly (default: ${DEFAULT-VALUE}; a"
                                            + " hundred take about a second).")
                    int limit)
            throws IOException {
        if (limit < 1) {
            throw new UsageException("--limit is above 0");
        }
        FeedbackTexts texts = new FeedbackTexts(Map.of());
        List<Told> told = new ArrayList<>();
        if (labels != null) {
            told.addAll(texts.read(labels));
        }
        told.addAll(FeedbackTexts.spread(texts.read(feedback), limit));
        JourneyMap map = journey.map();
        LongRun progress = LongRun.onStandardError("Reading feedback");
        JourneyAdvice advice;
        try {
            advice =
                    new JourneyAdvisor(map)
                            .advise(told, done -> progress.at("", done, told.size()));
        } catch (IllegalArgumentException e) {
            throw new UserException(feedback + ": " + e.getMessage(), e);
        } finally {
            progress.end();
        }
        System.err.print(AdviceText.of(advice));
        json(advice);
        return 0;
    }

    @Command(
            name = "measure",
            description =
                    "How well stages are told with a journey map, on texts that people labelled:"
                            + " rules alone, nearest example alone, their mean, the teacher, what"
                            + " the stream without labels adds, the student, and 20 labels a stage."
                            + " A table on stderr, JSON on stdout.",
            footer = {
                "",
                "Example: throughline journey measure --journey examples/journeys/banking.yaml \\",
                "           --labels banking77.csv --stage-map examples/banking77-stages.csv"
            })
    int measure(
            @Mixin JourneyArgument journey,
            @Option(
                            names = "--labels",
                            required = true,
                            paramLabel = "FILE",
                            description = "Texts with their stage or category; - for stdin.")
                    String labels,
            @Option(
                            names = "--stage-map",
                            paramLabel = "FILE",
                            description =
                                    "CSV with category and stage: the stage of each category.")
                    Path stageMap,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "20000",
                            description =
                                    "Take N texts, spread evenly (default: ${DEFAULT-VALUE}).")
                    int limit)
            throws IOException {
        if (limit < 1) {
            throw new UsageException("--limit is above 0");
        }
        Map<String, String> stages =
                stageMap == null ? Map.of() : FeedbackTexts.stagesOfCategories(stageMap);
        List<Told> told = FeedbackTexts.spread(new FeedbackTexts(stages).read(labels), limit);
        JourneyMap map = journey.map();
        LongRun progress = LongRun.onStandardError("Measuring");
        StageTrialReport report;
        try {
            report = StageTrial.run(map, told, done -> progress.at("", done, told.size()));
        } catch (IllegalArgumentException e) {
            throw new UserException(labels + ": " + e.getMessage(), e);
        } finally {
            progress.end();
        }
        System.err.print(report.table());
        json(report);
        return 0;
    }

    @Command(
            name = "schema",
            description =
                    "Print the JSON Schema of journey.yaml, by which editors complete and check.")
    int schema() {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        out.print(JourneySchema.json());
        out.flush();
        return 0;
    }

    private static void json(Object value) throws IOException {
        String text = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(value);
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(text);
    }

    private static void requireReadableTokenCues(JourneyMap map) {
        List<String> patterns =
                map.stages().stream().flatMap(stage -> stage.tokenCues().stream()).toList();
        if (!patterns.isEmpty()) {
            Engines.tokenPatterns().compile(patterns);
        }
    }
}
