package io.throughline.local.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.channels.ChannelCatalog;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.ChannelDefinitions;
import io.throughline.yaml.YamlException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The channels there are. */
@Command(
        name = "list",
        description =
                "List the channels: your own in channels/, the shipped ones, and those of plug-in"
                        + " jars, with what each needs.",
        footer = {
            "",
            "NEEDS is what throughline.yaml gives a channel under config and secrets.",
            "",
            "Example: throughline channel list --json | jq -r 'select(.mode == \"poll\").id'"
        })
final class ChannelListCommand implements Callable<Integer> {

    private static final String FORMAT = "%-20s  %-6s  %-8s  %-24s  %s";

    @Option(names = "--json", description = "One JSON a line.")
    private boolean json;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    /**
     * A row.
     *
     * @param origin {@code own}, {@code shipped}, or the name of a plug-in's jar
     */
    private record Listed(ChannelDefinition definition, String origin, List<String> needs) {}

    @Override
    public Integer call() throws IOException {
        List<Listed> all = new ArrayList<>(own());
        List<String> ownIds = all.stream().map(one -> one.definition().id()).toList();
        for (ChannelDefinition definition : ChannelCatalog.builtIn().all()) {
            if (!ownIds.contains(definition.id())) {
                ChannelResource resource = new ChannelResource(definition.id());
                all.add(
                        new Listed(
                                definition,
                                resource.plugIn().orElse("shipped"),
                                TrialValues.references(resource.text("channel.yaml").orElse(""))));
            }
        }
        all.sort(Comparator.comparing(one -> one.definition().id()));
        if (!json) {
            out.println(
                    String.format(Locale.ROOT, FORMAT, "ID", "MODE", "CHANNEL", "ORIGIN", "NEEDS"));
        }
        all.forEach(one -> out.println(json ? json(one) : row(one)));
        if (!json) {
            err.println(
                    "Next: ./throughline channel show ID, or ./throughline channel new ID --from SAMPLE");
        }
        return 0;
    }

    /** One that cannot be read is told and left out, so that the others are seen. */
    private List<Listed> own() throws IOException {
        List<Listed> own = new ArrayList<>();
        Path folder = ChannelLocator.here().folderOf("x").getParent();
        if (!Files.isDirectory(folder)) {
            return own;
        }
        List<Path> definitions;
        try (Stream<Path> folders = Files.list(folder)) {
            definitions =
                    folders.map(path -> path.resolve("channel.yaml"))
                            .filter(Files::exists)
                            .sorted()
                            .toList();
        }
        for (Path file : definitions) {
            String yaml = Files.readString(file);
            try {
                ChannelDefinition definition = ChannelDefinitions.read(file.toString(), yaml);
                own.add(new Listed(definition, "own", TrialValues.references(yaml)));
            } catch (YamlException e) {
                err.println(e.getMessage());
            }
        }
        return own;
    }

    private static String row(Listed one) {
        return String.format(
                        Locale.ROOT,
                        FORMAT,
                        one.definition().id(),
                        one.definition().mode().id(),
                        channel(one.definition()),
                        one.origin(),
                        String.join(" ", one.needs()))
                .stripTrailing();
    }

    private static String channel(ChannelDefinition definition) {
        return definition.channel().values().isEmpty()
                ? definition.channel().otherwise().id()
                : "varies";
    }

    private static String json(Listed one) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("id", one.definition().id())
                .put("mode", one.definition().mode().id())
                .put("channel", channel(one.definition()))
                .put("origin", one.origin());
        ArrayNode needs = line.putArray("needs");
        one.needs().forEach(needs::add);
        return line.toString();
    }
}
