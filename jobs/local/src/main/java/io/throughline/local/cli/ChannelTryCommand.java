package io.throughline.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.channels.ChannelParser;
import io.throughline.channels.Outcome;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.Mode;
import io.throughline.domain.language.LanguageDetector;
import io.throughline.domain.redact.Redactor;
import io.throughline.domain.tagging.Engines;
import io.throughline.domain.tagging.TaggingChain;
import io.throughline.domain.tagging.TaggingFailedException;
import io.throughline.journey.JourneyMapReader;
import io.throughline.json.DeadLetterJson;
import io.throughline.json.FeedbackJson;
import io.throughline.json.Unicode;
import io.throughline.model.FailureReason;
import io.throughline.model.Feedback;
import io.throughline.model.Operation;
import io.throughline.model.ProcessingStage;
import io.throughline.model.RawEnvelope;
import io.throughline.pipeline.config.ConfiguredChannel;
import io.throughline.pipeline.config.JourneyFiles;
import io.throughline.pipeline.config.ThroughlineConfig;
import io.throughline.pipeline.tagging.TaggingSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A dry run of a channel: what it brings now, tagged. */
@Command(
        name = "try",
        description =
                "Fetch from a channel for real and print what comes out: canonical feedback with"
                        + " sentiment and stages. Writes nothing, and remembers nothing.",
        footer = {
            "",
            "On a terminal it is a table, in a pipe one JSON a line; what is rejected is",
            "one JSON a line on stderr with its reason. A channel that is pushed, or read",
            "from files, is tried on --from, else on its fixtures.",
            "",
            "What the definition refers to is taken from -c, else from throughline.yaml,",
            "else from the environment: ${secret.apiKey} is THROUGHLINE_API_KEY.",
            "",
            "Examples:",
            "  throughline channel try pulse --limit 5",
            "  throughline channel try app-store -c appId=361309726 -c country=us",
            "  throughline channel try shop-reviews --from march.csv | jq .sentiment.label"
        })
final class ChannelTryCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID|DIRECTORY|FILE", description = "The channel.")
    private String channel;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "Records to look at (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = "A payload to read instead of asking the channel.")
    private Path from;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Configuration with the channel's config and secrets, the journey map and the"
                            + " engines (default: throughline.yaml, if there is one).")
    private Path configFile;

    @Option(
            names = {"-c", "--set"},
            paramLabel = "NAME=VALUE",
            description = "Value of ${config.NAME} and ${secret.NAME}; may be given several times.")
    private Map<String, String> given = new LinkedHashMap<>();

    @Option(
            names = "--journey",
            paramLabel = "FILE",
            description =
                    "Journey map, or the name of a shipped one (default: of the configuration, else insurance).")
    private String journey;

    @Option(names = "--json", description = "JSON lines, also on a terminal.")
    private boolean json;

    @Option(names = "--table", description = "A table, also in a pipe.")
    private boolean table;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    private final ObjectMapper mapper = new ObjectMapper();
    private final SeenRecords seen = new SeenRecords();
    private ChannelDefinition definition;
    private ChannelParser parser;
    private TaggingChain chain;
    private FeedbackTable rows;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (limit < 1) {
            throw new UsageException("--limit is above 0");
        }
        LocatedChannel located = ChannelLocator.here().find(channel);
        definition = located.definition();
        Optional<ThroughlineConfig> config = TrialValues.config(configFile);
        TrialValues values = new TrialValues(given, config, System::getenv);
        List<Path> files = files(located, values);
        Map<String, String> references =
                files.isEmpty() ? values.of(definition.id(), located.references()) : Map.of();
        parser =
                new ChannelParser(
                        definition,
                        Installation.knownAuthorKeys(config.flatMap(ThroughlineConfig::authorKey)));
        chain = chain(config);
        rows = asTable() ? new FeedbackTable(out) : null;
        TriedPayloads payloads = new TriedPayloads(definition, this::take);
        if (files.isEmpty()) {
            payloads.fetch(references, told -> err.println(definition.id() + ": " + told));
        } else {
            payloads.read(files);
        }
        err.println(seen.line());
        return seen.rejectedAny() ? ThroughlineCommand.REJECTED : 0;
    }

    private boolean asTable() {
        boolean terminal =
                "true".equals(System.getProperty("throughline.terminal"))
                        && System.console() != null;
        return table || (terminal && !json);
    }

    /** None when the channel itself is to be asked. */
    private List<Path> files(LocatedChannel located, TrialValues values) throws IOException {
        if (from != null) {
            if (!Files.isRegularFile(from)) {
                throw new UserException("there is no file " + from);
            }
            return List.of(from);
        }
        if (definition.mode() == Mode.POLL || definition.mode() == Mode.STREAM) {
            return List.of();
        }
        List<Path> configured =
                values
                        .configured(definition.id())
                        .map(ConfiguredChannel::files)
                        .orElse(List.of())
                        .stream()
                        .map(Path::of)
                        .filter(Files::isRegularFile)
                        .toList();
        if (!configured.isEmpty()) {
            return configured;
        }
        List<Path> fixtures = fixtures(located);
        if (fixtures.isEmpty()) {
            throw new UserException(
                    definition.id()
                            + (definition.mode() == Mode.PUSH
                                    ? " is posted to, so there is nothing to fetch"
                                    : " is read from files")
                            + ": name a payload with --from FILE.");
        }
        err.println(
                "trying the fixtures of " + definition.id() + "; name another payload with --from");
        return fixtures;
    }

    private static List<Path> fixtures(LocatedChannel located) throws IOException {
        Optional<Path> folder = located.fixtures().filter(Files::isDirectory);
        if (folder.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.get())) {
            return files.filter(file -> !file.toString().endsWith(".expected"))
                    .filter(file -> !file.getFileName().toString().equals("kit.yaml"))
                    .sorted()
                    .toList();
        }
    }

    /** As the pipeline does it, but for what it learns while it runs. */
    private TaggingChain chain(Optional<ThroughlineConfig> config) throws IOException {
        Optional<TaggingSettings> tagging = config.map(ThroughlineConfig::tagging);
        String map =
                journey == null && tagging.isPresent()
                        ? tagging.get().journeyYaml()
                        : JourneyFiles.read(journey == null ? "insurance" : journey, Path.of(""));
        return new TaggingChain(
                new Redactor(),
                new LanguageDetector(),
                Engines.sentiment(
                                tagging.map(TaggingSettings::sentimentEngine)
                                        .orElse(Engines.DEFAULT_SENTIMENT))
                        .tagger(),
                Engines.stage(
                                tagging.map(TaggingSettings::stageEngine)
                                        .orElse(Engines.DEFAULT_STAGE))
                        .tagger(JourneyMapReader.read("journey", map)));
    }

    /** Prints the records of an envelope; answers whether more are wanted. */
    private boolean take(RawEnvelope envelope) {
        seen.envelope();
        for (Outcome outcome : parser.parse(envelope)) {
            if (seen.records() >= limit) {
                return false;
            }
            if (outcome instanceof Outcome.Accepted accepted) {
                accepted(accepted.feedback());
            } else if (outcome instanceof Outcome.Rejected rejected) {
                err.println(
                        DeadLetterJson.line(
                                rejected.reason(),
                                ProcessingStage.PARSE,
                                definition.channel().otherwise(),
                                envelope.source(),
                                rejected.message(),
                                seen.records()));
                seen.rejected(rejected.reason());
            } else if (outcome instanceof Outcome.Filtered filtered) {
                seen.filtered(filtered.reason());
            }
        }
        return seen.records() < limit;
    }

    private void accepted(Feedback feedback) {
        try {
            ObjectNode line = (ObjectNode) mapper.readTree(FeedbackJson.line(feedback));
            if (feedback.operation() != Operation.DELETE) {
                TagOutput.add(line, chain.tag(feedback, feedback.occurredAt(), 0));
            }
            seen.accepted(feedback.id(), feedback.occurredAt());
            if (rows == null) {
                out.println(Unicode.repair(mapper.writeValueAsString(line)));
            } else {
                rows.row(line);
            }
        } catch (TaggingFailedException e) {
            err.println(TagInput.failed(e, seen.records() + 1));
            seen.rejected(FailureReason.TAGGER_FAILED);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written as JSON can be read", e);
        }
    }
}
