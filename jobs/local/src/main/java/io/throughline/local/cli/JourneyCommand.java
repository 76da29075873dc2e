package io.throughline.local.cli;

import io.throughline.domain.tagging.Engines;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.JourneyMapReader;
import io.throughline.pipeline.config.JourneyFiles;
import io.throughline.yaml.YamlProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
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

    private static void requireReadableTokenCues(JourneyMap map) {
        List<String> patterns =
                map.stages().stream().flatMap(stage -> stage.tokenCues().stream()).toList();
        if (!patterns.isEmpty()) {
            Engines.tokenPatterns().compile(patterns);
        }
    }
}
