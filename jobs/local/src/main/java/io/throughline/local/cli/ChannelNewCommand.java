package io.throughline.local.cli;

import io.throughline.channels.ChannelCatalog;
import io.throughline.channels.definition.Mode;
import io.throughline.channels.scaffold.DefinitionText;
import io.throughline.channels.scaffold.DefinitionText.Frame;
import io.throughline.channels.scaffold.Inference;
import io.throughline.channels.scaffold.Proposal;
import io.throughline.channels.scaffold.RequestGuess;
import io.throughline.channels.scaffold.Sample;
import io.throughline.channels.scaffold.SampleCut;
import io.throughline.channels.scaffold.SampleReader;
import io.throughline.channels.scaffold.Trial;
import io.throughline.model.Channel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A channel from a sample of what a tool sends. */
@Command(
        name = "new",
        description =
                "Propose a channel by looking at a sample of what a tool sends, and write it: its"
                        + " definition, the sample as a fixture, and what must come out of it.",
        footer = {
            "",
            "A sample is a JSON object or page, JSON lines, CSV, a form body, or a",
            "recording of server-sent events: told by its content. On a terminal every",
            "proposal is asked for; in a pipe, or with --yes, it is taken. The files",
            "written are listed on stdout.",
            "",
            "Examples:",
            "  throughline channel new pulse --from pulse.json",
            "  throughline channel new shop-reviews --from reviews.csv --yes",
            "  throughline channel new helpdesk --header 'Authorization: Bearer …' \\",
            "                          --from 'https://example.com/api/tickets?page=1'",
            "",
            "Then: throughline channel test ID, and throughline channel try ID"
        })
final class ChannelNewCommand implements Callable<Integer> {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    @Parameters(
            paramLabel = "ID",
            description =
                    "Name of the channel: lower-case letters, digits and hyphens. It is part of"
                            + " every feedback's id and stays.")
    private String id;

    @Option(names = "--from", required = true, paramLabel = "FILE|URL", description = "The sample.")
    private String from;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description =
                    "How payloads get in: poll, push, file or stream (default: told by the sample).")
    private String modeName;

    @Option(
            names = "--channel",
            paramLabel = "CHANNEL",
            description =
                    "web, mobile, phone, social, email, post, inperson, internal or other (default:"
                            + " told by a column that says so, else web).")
    private String channelName;

    @Option(
            names = "--header",
            paramLabel = "'NAME: VALUE'",
            description =
                    "Header for getting the sample from a URL; may be given several times. Keys are"
                            + " not written: the definition refers to a secret.")
    private List<String> headers = List.of();

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            defaultValue = "channels",
            description = "Where the channel's folder is made (default: ${DEFAULT-VALUE}).")
    private Path directory;

    @Option(names = "--yes", description = "Ask nothing: take what is proposed.")
    private boolean yes;

    @Option(names = "--force", description = "Overwrite a channel that is there already.")
    private boolean force;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    @Override
    public Integer call() throws IOException, InterruptedException {
        ChannelFolder folder = folder();
        Optional<Channel> channel = channel();
        Optional<Mode> given = mode();
        Map<String, String> sent = sentHeaders();
        SampleSource.Loaded loaded = SampleSource.load(from, sent);
        Sample sample = SampleReader.read(loaded.name(), loaded.bytes());
        Proposal proposed = Inference.of(sample);
        ProposalTable.of(proposed).forEach(err::println);
        Mode mode = given.orElseGet(() -> mode(loaded, proposed));
        Proposal proposal = asks() ? dialog().ask(proposed) : proposed;
        List<String> request = request(mode, loaded, sent, proposal);
        String yaml =
                DefinitionText.of(proposal, new Frame(id, channel.map(Channel::id), mode, request));
        Trial trial = Trial.of(yaml, loaded.name(), loaded.bytes(), Instant.now());
        tell(trial);
        if (trial.accepted() == 0) {
            throw new UserException(
                    "no record of "
                            + loaded.name()
                            + " becomes feedback, for the reasons above, so nothing was written. Save it"
                            + " as UTF-8 where it is not, or give a sample with a sound record.");
        }
        folder.write(yaml, loaded.name(), SampleCut.of(proposal, loaded.bytes()))
                .forEach(out::println);
        next(proposal, mode, request);
        return 0;
    }

    private ChannelFolder folder() {
        if (!ID.matcher(id).matches()) {
            throw new UserException(
                    "'"
                            + id
                            + "' is no id: lower-case letters, digits and hyphens, up to 63, such as"
                            + " pulse-survey.");
        }
        if (ChannelCatalog.builtIn().find(id).isPresent() && !force) {
            throw new UserException(
                    "'"
                            + id
                            + "' is a channel that ships (./throughline channel show "
                            + id
                            + "). Take another id, or put yours in its place with --force.");
        }
        ChannelFolder folder = new ChannelFolder(directory.resolve(id));
        if (folder.exists() && !force) {
            throw new UserException(
                    folder.definition()
                            + " is there already. Take another id, or overwrite it with --force.");
        }
        return folder;
    }

    private Optional<Channel> channel() {
        if (channelName == null) {
            return Optional.empty();
        }
        Optional<Channel> channel = Channel.of(channelName);
        if (channel.isEmpty()) {
            throw new UsageException(
                    "--channel is web, mobile, phone, social, email, post, inperson, internal or"
                            + " other, not "
                            + channelName);
        }
        return channel;
    }

    private Optional<Mode> mode() {
        if (modeName == null) {
            return Optional.empty();
        }
        for (Mode mode : Mode.values()) {
            if (mode.id().equals(modeName)) {
                return Optional.of(mode);
            }
        }
        throw new UsageException("--mode is poll, push, file or stream, not " + modeName);
    }

    private Map<String, String> sentHeaders() {
        Map<String, String> sent = new LinkedHashMap<>();
        for (String header : headers) {
            int colon = header.indexOf(':');
            if (colon < 1) {
                throw new UsageException("--header is 'NAME: VALUE', not " + header);
            }
            sent.put(header.substring(0, colon).strip(), header.substring(colon + 1).strip());
        }
        return sent;
    }

    /** A single object is what a webhook posts; a list or a table is what somebody exported. */
    private static Mode mode(SampleSource.Loaded loaded, Proposal proposal) {
        if (loaded.url().isPresent()) {
            return loaded.stream() ? Mode.STREAM : Mode.POLL;
        }
        return switch (proposal.sample().shape()) {
            case FORM -> Mode.PUSH;
            case JSON ->
                    proposal.records() == null && proposal.sample().documents().get(0).isObject()
                            ? Mode.PUSH
                            : Mode.FILE;
            case EVENTS -> Mode.STREAM;
            case CSV, JSON_LINES -> Mode.FILE;
        };
    }

    private boolean asks() {
        return !yes
                && "true".equals(System.getProperty("throughline.terminal"))
                && System.console() != null;
    }

    private ProposalDialog dialog() {
        return new ProposalDialog(
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), err);
    }

    private static List<String> request(
            Mode mode, SampleSource.Loaded loaded, Map<String, String> sent, Proposal proposal) {
        return switch (mode) {
            case POLL ->
                    loaded.url()
                            .map(
                                    url ->
                                            RequestGuess.request(
                                                    url, sent, loaded.nextPageInHeader(), proposal))
                            .orElseGet(() -> RequestGuess.unknown("request"));
            case STREAM ->
                    loaded.url()
                            .map(url -> RequestGuess.stream(url, sent, proposal))
                            .orElseGet(() -> RequestGuess.unknown("stream"));
            case FILE, PUSH -> List.of();
        };
    }

    private void tell(Trial trial) {
        int all = trial.accepted() + trial.filtered() + trial.refused();
        err.println(
                trial.accepted()
                        + " of "
                        + all
                        + (all == 1 ? " record becomes feedback" : " records become feedback")
                        + (trial.filtered() > 0
                                ? ", " + trial.filtered() + " are left out by a drop rule"
                                : "")
                        + (trial.duplicates() > 0
                                ? ", " + trial.duplicates() + " share the id of another"
                                : ""));
        trial.rejected().forEach((why, count) -> err.println("  " + count + " rejected: " + why));
    }

    private void next(Proposal proposal, Mode mode, List<String> request) {
        List<String> personal = proposal.personal();
        if (!personal.isEmpty()) {
            err.println(
                    "The fixture tells who people are ("
                            + String.join(", ", personal)
                            + "): make that up before you commit it.");
        }
        List<String> secrets = RequestGuess.secrets(request);
        if (!secrets.isEmpty()) {
            err.println("It needs secrets in throughline.yaml: " + String.join(", ", secrets));
        }
        if (mode == Mode.PUSH) {
            err.println("Without 'verify' everybody may post to it: the definition says how.");
        }
        err.println("Next: ./throughline channel test " + name());
    }

    /** What the next command finds it by. */
    private String name() {
        return directory.equals(Path.of("channels")) ? id : directory.resolve(id).toString();
    }
}
