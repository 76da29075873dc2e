package io.throughline.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.domain.language.LanguageDetector;
import io.throughline.domain.redact.Redactor;
import io.throughline.domain.tagging.TaggingChain;
import io.throughline.domain.tagging.TaggingFailedException;
import io.throughline.model.TaggedFeedback;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tags JSON lines exactly as the pipeline would, without starting anything. */
@Command(
        name = "tag",
        description =
                "Add sentiment and journey stages to JSON lines with id and text; the lines come out"
                        + " in order.",
        footer = {
            "",
            "A line may also have channel and occurredAt; lines that normalize prints are fine.",
            "",
            "Example: echo '{\"id\":\"1\",\"text\":\"claim paid in three days!\"}' | throughline tag"
        })
final class TagCommand implements Callable<Integer> {

    @Mixin private TaggerArguments taggers;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "-",
            description = "JSON lines; stdin without it or with -.")
    private String file;

    private final ObjectMapper json = new ObjectMapper();

    @Override
    public Integer call() throws IOException {
        TaggingChain chain =
                new TaggingChain(
                        new Redactor(),
                        new LanguageDetector(),
                        taggers.sentiment(),
                        taggers.stages());
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        int line = 0;
        int rejected = 0;
        try (InputStream in = file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                if (text.isBlank()) {
                    continue;
                }
                try {
                    out.println(json.writeValueAsString(tag(chain, text)));
                    if (System.in.available() == 0) {
                        out.flush();
                    }
                } catch (TagInput.InvalidLineException e) {
                    rejected++;
                    System.err.println(e.deadLetter(line));
                } catch (TaggingFailedException e) {
                    rejected++;
                    System.err.println(TagInput.failed(e, line));
                }
            }
        }
        out.flush();
        return rejected == 0 ? 0 : ThroughlineCommand.REJECTED;
    }

    private ObjectNode tag(TaggingChain chain, String text) {
        ObjectNode line = TagInput.object(parse(text));
        TaggedFeedback tagged = chain.tag(TagInput.feedback(line), TagInput.UNKNOWN_TIME, 0);
        return TagOutput.add(line, tagged);
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw TagInput.InvalidLineException.notJson();
        }
    }
}
