package io.throughline.local.cli;

import io.throughline.channels.ChannelCatalog;
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

    private static final String SCHEMA = "META-INF/throughline/channel.schema.json";

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Override
    public Integer call() {
        out.print(
                ChannelResource.text(ChannelCatalog.class.getClassLoader().getResource(SCHEMA))
                        .orElseThrow(() -> new IllegalStateException(SCHEMA + " is missing")));
        out.flush();
        return 0;
    }
}
