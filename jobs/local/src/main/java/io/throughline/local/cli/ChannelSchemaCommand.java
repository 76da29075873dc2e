package io.throughline.local.cli;

import io.throughline.channels.definition.ChannelSchema;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The JSON Schema of a definition, for editors. */
@Command(
        name = "schema",
        description = "Print the JSON Schema of channel.yaml, by which editors complete and check.",
        footer = {
            "",
            "  throughline channel schema > channel.schema.json",
            "",
            "Then, as the first line of a channel.yaml:",
            "",
            "  # yaml-language-server: $schema=../../channel.schema.json"
        })
final class ChannelSchemaCommand implements Callable<Integer> {

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Override
    public Integer call() {
        out.print(ChannelSchema.json());
        out.flush();
        return 0;
    }
}
