package io.throughline.nlp.train;

import io.throughline.model.Hashes;
import io.throughline.model.SentimentLabel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** How many texts of each label a source gave, and which bytes they were read from. */
record SourceCount(
        TrainingSource source, String sha256, long negative, long neutral, long positive) {

    static SourceCount of(Path data, TrainingSource source, List<TrainingText> texts)
            throws IOException {
        return new SourceCount(
                source,
                Hashes.sha256(SourceReader.bytes(data, source)),
                count(texts, SentimentLabel.NEGATIVE),
                count(texts, SentimentLabel.NEUTRAL),
                count(texts, SentimentLabel.POSITIVE));
    }

    private static long count(List<TrainingText> texts, SentimentLabel label) {
        return texts.stream().filter(text -> text.label() == label).count();
    }
}
