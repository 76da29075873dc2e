package io.throughline.local.cli;

import io.throughline.alert.AlertRules;
import io.throughline.alert.AlertRulesReader;
import io.throughline.yaml.YamlFile;
import io.throughline.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of the commands that hold history against alert rules. */
final class RulesArgument {

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "Configuration whose block 'alerts' is taken (default: what ships).")
    private Path file;

    @Option(
            names = "--warm-up",
            paramLabel = "TIME",
            description =
                    "Least time before a stage is watched, such as 4d (default: that of the"
                            + " rules, 14d where they are silent).")
    private String warmUp;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            description =
                    "One false alarm is allowed in this time and stage, such as 8w (default: that"
                            + " of the rules).")
    private String budget;

    @Option(
            names = "--delta",
            paramLabel = "SHARE",
            description =
                    "Least change of the negative share that is worth an alert, such as 0.08; 0"
                            + " switches this off (default: that of the rules).")
    private String delta;

    /** The rules with what the command line says of them. */
    AlertRules rules() throws IOException {
        AlertRules rules = file == null ? AlertRules.DEFAULT : ofFile();
        if (budget != null) {
            rules = rules.withBudget(duration("--budget", budget, Duration.ofHours(1)));
        }
        if (delta != null) {
            rules = rules.withDelta(share());
        }
        return warmUp == null
                ? rules
                : rules.withWarmUp(duration("--warm-up", warmUp, Duration.ZERO));
    }

    private AlertRules ofFile() throws IOException {
        if (!Files.exists(file)) {
            throw new UserException("there is no file " + file + " with rules.");
        }
        YamlFile parsed = YamlFile.parse(file.toString(), Files.readString(file));
        Optional<YamlMap> block = parsed.root().map("alerts");
        AlertRules rules = block.map(AlertRulesReader::read).orElse(AlertRules.DEFAULT);
        parsed.check();
        return rules;
    }

    private static Duration duration(String option, String text, Duration least) {
        return AlertRulesReader.duration(text)
                .filter(one -> one.compareTo(least) >= 0)
                .orElseThrow(
                        () ->
                                new UsageException(
                                        option
                                                + " is a time such as 36h, 4d, 8w or PT36H, not '"
                                                + text
                                                + "'"));
    }

    private double share() {
        try {
            double share = Double.parseDouble(delta);
            if (share >= 0 && share <= 0.5) {
                return share;
            }
        } catch (NumberFormatException e) {
            throw new UsageException("--delta is a share such as 0.08, not '" + delta + "'", e);
        }
        throw new UsageException("--delta is a share from 0 to 0.5, not " + delta);
    }
}
