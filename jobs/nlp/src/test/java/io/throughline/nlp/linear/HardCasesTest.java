package io.throughline.nlp.linear;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Sentiment;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/**
 * What the shipped model makes of sentences that are hard for a linear model. Not every one is
 * right; the ones that are known to be wrong are named, so that a model that gets more right, or
 * fewer, is noticed.
 */
class HardCasesTest {

    private static final List<String> KNOWN_TO_FAIL =
            List.of(
                    "hashtag: Third call this week #worstservice",
                    "contrast: Great product, however support never answers and I want my money"
                            + " back",
                    "sarcasm: Great, another delay. Thanks a lot!",
                    "sarcasm: Thanks for cancelling my flight without telling me",
                    "no feeling word: on hold for two hours",
                    "wish: I wish somebody would answer the phone",
                    "wish: It would be nice if the app worked",
                    "question: How is it possible that nobody knows where my bag is??");

    private final SentimentTagger tagger = new LinearSentimentEngine().tagger();

    @Test
    void exactlyTheKnownOnesFail() throws IOException {
        TreeSet<String> failed = new TreeSet<>();
        try (Reader in =
                new InputStreamReader(
                        HardCasesTest.class.getResourceAsStream("/hard-cases.csv"),
                        StandardCharsets.UTF_8)) {
            for (CSVRecord row :
                    CSVFormat.DEFAULT
                            .builder()
                            .setHeader()
                            .setSkipHeaderRecord(true)
                            .get()
                            .parse(in)) {
                Sentiment sentiment = tagger.tag(Verbatim.of(row.get("text")));
                if (!sentiment.label().id().equals(row.get("sentiment"))) {
                    failed.add(row.get("kind") + ": " + row.get("text"));
                }
            }
        }
        assertThat(failed).containsExactlyInAnyOrderElementsOf(KNOWN_TO_FAIL);
    }
}
