package io.throughline.local.cli;

import io.throughline.local.reference.ConfigurationSchema;
import io.throughline.local.reference.Reference;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
                            + " environment that is not set is one. Warnings are for what run takes and"
                            + " somebody would miss.")
    int check(@Parameters(paramLabel = "FILE", description = "throughline.yaml.") Path file)
            throws IOException {
        ConfigCheck check = ConfigCheck.of(file);
        check.remarks().forEach(remark -> System.err.println("warning: " + remark));
        System.err.println(check.sentence());
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
