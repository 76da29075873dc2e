package io.throughline.local.cli;

import io.throughline.conformance.Check;
import io.throughline.conformance.CheckResult;
import io.throughline.conformance.Conformance;
import io.throughline.conformance.bench.KitSettings;
import io.throughline.conformance.bench.Verdict;
import io.throughline.conformance.channel.ChannelUnderTest;
import io.throughline.conformance.channel.Fixture;
import io.throughline.yaml.YamlException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The kit on the command line. */
@Command(
        name = "test",
        description =
                "Check a channel with its fixtures: a line a check on stdout. Ends with 3 when one"
                        + " failed.",
        footer = {
            "",
            "A channel is a shipped one, one in channels/ID/, a folder with channel.yaml, or a YAML",
            "file; its fixtures, payloads as the source sends them, are in fixtures/ beside it.",
            "",
            "Example: throughline channel test app-store"
        })
final class ChannelTestCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID|DIRECTORY|FILE", description = "The channel.")
    private String channel;

    @Option(names = "--generate", description = "Write the golden files anew, then check.")
    private boolean generate;

    @Option(
            names = "--check",
            paramLabel = "N",
            split = ",",
            description = "Run only the checks of these numbers.")
    private List<Integer> numbers = List.of();

    @Option(names = "--brief", description = "Try fewer records and mutations.")
    private boolean brief;

    @Option(names = "--json", description = "Print the results as JSON lines.")
    private boolean json;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Check> checks = checks();
        LocatedChannel located;
        try {
            located = ChannelLocator.here().find(channel);
        } catch (YamlException e) {
            CheckResult unread = new CheckResult(Check.LINT, new Verdict.Failed(e.getMessage()));
            out.println(json ? CheckLine.json(unread) : CheckLine.text(unread));
            return ThroughlineCommand.REJECTED;
        }
        if (generate) {
            generate(located);
        }
        Conformance conformance =
                Conformance.of(underTest(located), brief ? KitSettings.BRIEF : KitSettings.FULL);
        boolean failed = false;
        for (Check check : checks) {
            CheckResult result = conformance.run(check);
            failed |= result.failed();
            out.println(json ? CheckLine.json(result) : CheckLine.text(result));
        }
        return failed ? ThroughlineCommand.REJECTED : 0;
    }

    private List<Check> checks() {
        for (int number : numbers) {
            if (Arrays.stream(Check.values()).noneMatch(check -> check.number() == number)) {
                throw new UserException("there is no check " + number);
            }
        }
        List<Check> checks = new ArrayList<>(List.of(Check.values()));
        checks.removeIf(check -> !numbers.isEmpty() && !numbers.contains(check.number()));
        return checks;
    }

    private static ChannelUnderTest underTest(LocatedChannel located) throws IOException {
        return located.file().isPresent()
                ? ChannelUnderTest.ofFile(located.file().get())
                : ChannelUnderTest.shipped(located.id());
    }

    private static void generate(LocatedChannel located) throws IOException {
        Path folder =
                located.fixtures()
                        .orElseThrow(
                                () ->
                                        new UserException(
                                                "the sources of "
                                                        + located.id()
                                                        + " are not here, so nothing can be"
                                                        + " written beside them"));
        int written = 0;
        for (Fixture fixture : Conformance.of(underTest(located)).golden()) {
            Path file = folder.resolve(fixture.name() + Fixture.EXPECTED);
            List<String> lines = fixture.golden().orElseThrow();
            if (!Files.exists(file) || !Files.readAllLines(file).equals(lines)) {
                Files.write(file, lines);
                written++;
            }
        }
        System.err.println(
                written == 0
                        ? "golden files are up to date"
                        : "wrote " + written + " golden files: read them before you keep them");
    }
}
