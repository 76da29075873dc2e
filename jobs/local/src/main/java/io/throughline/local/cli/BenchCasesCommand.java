package io.throughline.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.domain.tagging.EngineUnavailableException;
import io.throughline.domain.tagging.Engines;
import io.throughline.domain.tagging.SentimentEngine;
import io.throughline.taggers.evaluate.cases.LanguageCaseResult;
import io.throughline.taggers.evaluate.cases.LanguageCaseTable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How engines read texts as customers write them. */
@Command(
        name = "cases",
        description =
                "Language cases (negation, irony, emoji, transcripts and so on), category by category:"
                        + " JSON on stdout, a table and all failures on stderr.")
final class BenchCasesCommand implements Callable<Integer> {

    @Option(
            names = "--engine",
            paramLabel = "ID",
            split = ",",
            defaultValue = "all",
            description =
                    "Sentiment engines, separated by commas, or 'all' (default: ${DEFAULT-VALUE}).")
    private List<String> engines;

    @Override
    public Integer call() throws IOException {
        List<LanguageCaseResult> results = new ArrayList<>();
        LongRun progress = LongRun.onStandardError("Language cases");
        List<SentimentEngine> chosen = chosen();
        for (SentimentEngine engine : chosen) {
            progress.at(engine.id(), results.size(), chosen.size());
            try {
                results.add(LanguageCaseResult.of(engine.id(), engine.tagger()));
            } catch (EngineUnavailableException e) {
                System.err.println(engine.id() + " took no part: " + e.getMessage());
            }
        }
        progress.end();
        if (results.isEmpty()) {
            throw new UserException("no engine could take part");
        }
        new PrintStream(System.err, true, StandardCharsets.UTF_8)
                .print(LanguageCaseTable.markdown(results));
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
                .println(new ObjectMapper().writeValueAsString(results));
        return 0;
    }

    private List<SentimentEngine> chosen() {
        return engines.contains("all")
                ? Engines.sentiments()
                : engines.stream().distinct().map(Engines::sentiment).toList();
    }
}
