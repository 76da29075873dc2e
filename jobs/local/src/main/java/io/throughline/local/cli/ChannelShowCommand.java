package io.throughline.local.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A channel's definition, and what is written about it. */
@Command(
        name = "show",
        description =
                "Print a channel's definition on stdout, and its page (credentials, limits, traps)"
                        + " on stderr.",
        footer = {
            "",
            "A shipped channel is changed by copying it:",
            "",
            "  mkdir -p channels/mastodon",
            "  throughline channel show mastodon 2>/dev/null > channels/mastodon/channel.yaml"
        })
final class ChannelShowCommand implements Callable<Integer> {

    private static final List<String> PAGES = List.of("README.md", "page.md");

    @Parameters(paramLabel = "ID|DIRECTORY|FILE", description = "The channel.")
    private String channel;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    @Override
    public Integer call() throws IOException {
        LocatedChannel located = ChannelLocator.here().find(channel);
        out.print(located.yaml());
        out.flush();
        page(located).ifPresent(text -> err.print("\n" + text));
        List<String> references = located.references();
        if (!references.isEmpty()) {
            err.println("It needs, in throughline.yaml: " + String.join(", ", references));
        }
        err.println("Next: ./throughline channel try " + channel);
        return 0;
    }

    private static Optional<String> page(LocatedChannel located) throws IOException {
        for (String name : PAGES) {
            Optional<Path> beside =
                    located.file().map(file -> file.toAbsolutePath().resolveSibling(name));
            if (beside.isPresent() && Files.exists(beside.get())) {
                return Optional.of(Files.readString(beside.get()));
            }
            Optional<String> onClassPath = new ChannelResource(located.id()).text(name);
            if (located.file().isEmpty() && onClassPath.isPresent()) {
                return onClassPath;
            }
        }
        Path handbook =
                Path.of(System.getProperty("throughline.home", "."))
                        .resolve("docs/channels")
                        .resolve(located.id() + ".md");
        return Files.exists(handbook) ? Optional.of(Files.readString(handbook)) : Optional.empty();
    }
}
