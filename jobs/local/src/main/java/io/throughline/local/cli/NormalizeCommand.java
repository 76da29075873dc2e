package io.throughline.local.cli;

import io.throughline.channels.ChannelParser;
import io.throughline.channels.Outcome;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.file.FileEnvelopes;
import io.throughline.channels.file.FileOrigin;
import io.throughline.json.DeadLetterJson;
import io.throughline.json.FeedbackJson;
import io.throughline.model.ProcessingStage;
import io.throughline.model.RawEnvelope;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Raw payloads to canonical feedback, without starting anything. */
@Command(
        name = "normalize",
        description =
                "Turn raw payloads into canonical feedback, one JSON a line on stdout; what is"
                        + " rejected is one JSON a line on stderr.",
        footer = {
            "",
            "A FILE is one HTTP body, a JSON array of records, JSON lines, CSV, or a recording of",
            "server-sent events, told apart by its content.",
            "",
            "Example: throughline normalize --channel app-store page-1.json"
        })
final class NormalizeCommand implements Callable<Integer> {

    @Option(
            names = "--channel",
            required = true,
            paramLabel = "ID|DIRECTORY|FILE",
            description =
                    "A channel in channels/ID/, a shipped one (throughline channel list), or a YAML"
                            + " file.")
    private String channel;

    @Option(
            names = "--occurred-at",
            paramLabel = "TIME",
            description =
                    "When it happened, for payloads without a time (e.g. 2026-03-04T05:06:07Z).")
    private Instant occurredAt;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Payloads.")
    private List<Path> files;

    private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    private long rejected;

    @Override
    public Integer call() throws IOException {
        ChannelDefinition definition = ChannelLocator.here().find(channel).definition();
        ChannelParser parser =
                new ChannelParser(definition, Installation.authorKeys(Optional.empty()));
        for (Path file : files) {
            normalize(file, definition, parser);
        }
        out.flush();
        return rejected == 0 ? 0 : ThroughlineCommand.REJECTED;
    }

    private void normalize(Path file, ChannelDefinition definition, ChannelParser parser)
            throws IOException {
        if (Files.isDirectory(file)) {
            throw new UserException(
                    file + " is a directory; name its files, such as " + file + "/*.json");
        }
        int record = 0;
        FileOrigin origin =
                new FileOrigin(
                        file.toString(),
                        file.getFileName().toString(),
                        Files.getLastModifiedTime(file).toInstant(),
                        occurredAt);
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        try (FileEnvelopes envelopes = FileEnvelopes.open(definition, origin, in, 0)) {
            for (var next = envelopes.next(); next.isPresent(); next = envelopes.next()) {
                RawEnvelope envelope = next.get().envelope();
                for (Outcome outcome : parser.parse(envelope)) {
                    print(outcome, envelope, definition, record++);
                }
            }
        }
    }

    private void print(
            Outcome outcome, RawEnvelope envelope, ChannelDefinition definition, int record) {
        if (outcome instanceof Outcome.Accepted accepted) {
            out.println(FeedbackJson.line(accepted.feedback()));
        } else if (outcome instanceof Outcome.Rejected failure) {
            rejected++;
            err.println(
                    DeadLetterJson.line(
                            failure.reason(),
                            ProcessingStage.PARSE,
                            definition.channel().otherwise(),
                            envelope.source(),
                            files.size() == 1
                                    ? failure.message()
                                    : envelope.origin() + ": " + failure.message(),
                            record));
        }
    }
}
