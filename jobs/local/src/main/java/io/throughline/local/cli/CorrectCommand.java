package io.throughline.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.local.revise.Correcting;
import io.throughline.local.revise.CorrectionFile;
import io.throughline.local.revise.CorrectionRequest;
import io.throughline.local.revise.Servers;
import io.throughline.local.run.Progress;
import io.throughline.model.Correction;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What people say the tags of a feedback should be. */
@Command(
        name = "correct",
        description =
                "Say what the tags of a feedback should be. The document and the roll-ups follow, and"
                        + " the tagger learns from it.",
        footer = {
            "",
            "Example: throughline correct --id mobile:app-store:123 --sentiment negative",
            "A file is a CSV with the columns id, sentiment, stage (several parted by ;) and by."
        })
final class CorrectCommand implements Callable<Integer> {

    @Option(names = "--id", paramLabel = "ID", description = "Feedback id, as in the documents.")
    private String id;

    @Option(
            names = "--sentiment",
            paramLabel = "LABEL",
            description = "negative, neutral or positive.")
    private String sentiment = "";

    @Option(
            names = "--stage",
            paramLabel = "ID",
            description =
                    "Stage of the journey map; may be given several times. 'none': it fits no stage.")
    private List<String> stages = new ArrayList<>();

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "Who says so (default: the user of this machine).")
    private String by = System.getProperty("user.name", "unknown");

    @Option(names = "--file", paramLabel = "FILE.csv", description = "Many corrections at once.")
    private Path file;

    @Mixin private ServerArguments servers;

    @Override
    public Integer call() throws IOException {
        List<String> rejected = new ArrayList<>();
        List<CorrectionRequest> requests = requests(rejected);
        List<Correction> written = List.of();
        if (!requests.isEmpty()) {
            Progress progress = Progress.onStandardError();
            try (Servers open = servers.open(progress)) {
                written =
                        new Correcting(open.kafka(), servers.maps(), Clock.systemUTC())
                                .write(requests, rejected::add);
                progress.clear();
                print(written, open);
            }
        }
        rejected.forEach(System.err::println);
        if (rejected.isEmpty()) {
            return 0;
        }
        return file == null ? 1 : ThroughlineCommand.REJECTED;
    }

    private List<CorrectionRequest> requests(List<String> rejected) throws IOException {
        if ((id == null) == (file == null)) {
            throw new UsageException("name a feedback with --id, or a file with --file.");
        }
        if (file != null) {
            return CorrectionFile.read(file, by, rejected::add);
        }
        try {
            return List.of(CorrectionRequest.of("throughline", id, sentiment, stages, by));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    private static void print(List<Correction> written, Servers open) {
        for (Correction correction : written) {
            System.out.println(json(correction));
        }
        System.out.flush();
        if (!written.isEmpty()) {
            System.err.printf(
                    "%,d written; %s%n",
                    written.size(),
                    open.startedForTheWhile()
                            ? "they take effect when the pipeline runs again"
                            : "a running pipeline applies them in a moment");
        }
    }

    private static ObjectNode json(Correction correction) {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("id", correction.line().feedback().id())
                .put("revision", correction.line().feedback().revision());
        if (correction.sentiment() != null) {
            json.put("sentiment", correction.sentiment().id());
        }
        if (correction.stages() != null) {
            ArrayNode ids = json.putArray("stages");
            correction.stages().forEach(ids::add);
        }
        return json.put("by", correction.by()).put("at", correction.at().toString());
    }
}
