package io.throughline.taggers.train;

import io.throughline.model.Hashes;
import io.throughline.model.SentimentLabel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** How many texts of each label a file gave, and which bytes they were read from. */
public record LabelCount(
        LabelledFile source, String sha256, long negative, long neutral, long positive) {

    static LabelCount of(Path data, LabelledFile source, List<TrainingText> texts)
            throws IOException {
        return new LabelCount(
                source,
                Hashes.sha256(LabelledFileReader.bytes(data, source)),
                count(texts, SentimentLabel.NEGATIVE),
                count(texts, SentimentLabel.NEUTRAL),
                count(texts, SentimentLabel.POSITIVE));
    }

    /** Of all labels. */
    public long texts() {
        return negative + neutral + positive;
    }

    private static long count(List<TrainingText> texts, SentimentLabel label) {
        return texts.stream().filter(text -> text.label() == label).count();
    }
}
