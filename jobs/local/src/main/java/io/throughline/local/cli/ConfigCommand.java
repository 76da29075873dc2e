package io.throughline.local.cli;

import io.throughline.alert.AlertRules;
import io.throughline.local.notify.AlertDelivery;
import io.throughline.local.reference.ConfigurationSchema;
import io.throughline.local.reference.Reference;
import io.throughline.notify.config.Notifications;
import io.throughline.pipeline.config.ThroughlineConfig;
import io.throughline.pipeline.config.ThroughlineConfigReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Commands on {@code throughline.yaml}. */
@Command(
        name = "config",
        description = "Check a configuration, and see every key there is.",
        synopsisSubcommandLabel = "COMMAND")
final class ConfigCommand {

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Command(
            name = "check",
            description =
                    "Read a configuration with all that it names, as run does, and start nothing."
                            + " Problems come as FILE:LINE:COLUMN on stderr. A variable of the"
                            + " environment that is not set is one.")
    int check(@Parameters(paramLabel = "FILE", description = "throughline.yaml.") Path file)
            throws IOException {
        if (!Files.exists(file)) {
            throw new UserException("there is no configuration " + file + ".");
        }
        ThroughlineConfig config = ThroughlineConfigReader.read(file, System::getenv);
        Notifications told = AlertDelivery.part(file).changed().orElse(Notifications.NONE);
        PageAccess.configured(file);
        System.err.printf(
                "%s is valid: %d channels, %d receivers, %s Kafka, %s Elasticsearch%s%n",
                file,
                config.channels().size(),
                told.receivers().size(),
                config.kafka().isPresent() ? "own" : "embedded",
                config.elasticsearch().isPresent() ? "own" : "embedded",
                config.alerts().equals(AlertRules.DEFAULT) ? "" : ", own rules for alerts");
        return 0;
    }

    @Command(
            name = "schema",
            description =
                    "Print the JSON Schema of throughline.yaml, by which editors complete and check.",
            footer = {
                "",
                "  throughline config schema > throughline.schema.json",
                "",
                "Then, as the first line of a throughline.yaml:",
                "",
                "  # yaml-language-server: $schema=throughline.schema.json"
            })
    int schema() {
        out.print(ConfigurationSchema.json());
        out.flush();
        return 0;
    }

    @Command(
            name = "reference",
            description =
                    "Print every key of throughline.yaml, journey.yaml and channel.yaml as Markdown.")
    int reference() {
        out.print(Reference.markdown());
        out.flush();
        return 0;
    }
}
