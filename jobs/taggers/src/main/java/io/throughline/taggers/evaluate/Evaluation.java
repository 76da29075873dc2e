package io.throughline.taggers.evaluate;

import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.StageTagger;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Sentiment;
import io.throughline.model.SentimentLabel;
import io.throughline.model.StageTags;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Holds taggers against a CSV that people labelled: columns {@code text} and {@code sentiment}
 * (negative, neutral, positive), {@code stage} (ids of the journey map), or both.
 *
 * <p>A row without a label is not counted for that label. Rows stream through; the file may be
 * large.
 */
public final class Evaluation {

    private static final String TEXT = "text";
    private static final String SENTIMENT = "sentiment";
    private static final String STAGE = "stage";

    private final SentimentTagger sentimentTagger;
    private final StageTagger stageTagger;
    private final Confusion sentiments = new Confusion();
    private final Confusion stages = new Confusion();
    private long rows;

    private Evaluation(SentimentTagger sentimentTagger, StageTagger stageTagger) {
        this.sentimentTagger = sentimentTagger;
        this.stageTagger = stageTagger;
    }

    /**
     * Tags every labelled row and counts.
     *
     * @param sentimentTagger null when sentiment is not to be evaluated
     * @param stageTagger null when the stage is not to be evaluated
     * @throws LabelFileException when the file is no such CSV or a sentiment is none of the three;
     *     the message names the line and what is due
     * @throws IOException when the file cannot be read
     */
    public static EvaluationReport run(
            Path labels, SentimentTagger sentimentTagger, StageTagger stageTagger)
            throws IOException {
        try (Reader in = Files.newBufferedReader(labels, StandardCharsets.UTF_8)) {
            return new Evaluation(sentimentTagger, stageTagger).read(labels.toString(), in);
        }
    }

    private EvaluationReport read(String name, Reader in) throws IOException {
        CSVFormat format =
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setIgnoreHeaderCase(true)
                        .setTrim(true)
                        .get();
        try (CSVParser parser = CSVParser.parse(in, format)) {
            Map<String, Integer> columns = columns(parser.getHeaderMap());
            requireColumns(name, columns);
            for (CSVRecord row : parser) {
                rows++;
                count(name, parser.getCurrentLineNumber(), row, columns);
            }
        } catch (java.io.UncheckedIOException | IllegalArgumentException e) {
            throw new LabelFileException(name + " is no CSV that can be read: " + e.getMessage());
        }
        return new EvaluationReport(
                rows,
                sentiments.isEmpty() ? null : sentiments.scores(),
                stages.isEmpty() ? null : stages.scores());
    }

    private static Map<String, Integer> columns(Map<String, Integer> header) {
        Map<String, Integer> columns = new TreeMap<>();
        header.forEach(
                (column, index) ->
                        columns.put(
                                column.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT),
                                index));
        return columns;
    }

    private static void requireColumns(String name, Map<String, Integer> columns) {
        if (!columns.containsKey(TEXT)
                || !(columns.containsKey(SENTIMENT) || columns.containsKey(STAGE))) {
            throw new LabelFileException(
                    name
                            + " must have the column 'text' and 'sentiment' or 'stage'; it has "
                            + String.join(", ", columns.keySet()));
        }
    }

    private void count(String name, long line, CSVRecord row, Map<String, Integer> columns) {
        String text = cell(row, columns.get(TEXT));
        String sentiment = cell(row, columns.get(SENTIMENT)).toLowerCase(Locale.ROOT);
        String stage = cell(row, columns.get(STAGE));
        if (!sentiment.isEmpty() && sentimentTagger != null) {
            requireLabel(name, line, sentiment);
            Sentiment answer = sentimentTagger.tag(Verbatim.of(text));
            if (answer.label() == null) {
                sentiments.abstained(sentiment, answer.abstention());
            } else {
                sentiments.answered(sentiment, answer.label().id());
            }
        }
        if (!stage.isEmpty() && stageTagger != null) {
            StageTags answer = stageTagger.tag(Verbatim.of(text));
            if (answer.stages().isEmpty()) {
                stages.abstained(stage, answer.abstention());
            } else {
                stages.answered(stage, answer.stages().get(0).id());
            }
        }
    }

    private static String cell(CSVRecord row, Integer index) {
        return index == null || index >= row.size() ? "" : row.get(index).strip();
    }

    private static void requireLabel(String name, long line, String sentiment) {
        for (SentimentLabel label : SentimentLabel.values()) {
            if (label.id().equals(sentiment)) {
                return;
            }
        }
        throw new LabelFileException(
                name
                        + ":"
                        + line
                        + ": sentiment is negative, neutral, positive or empty, not '"
                        + sentiment
                        + "'");
    }
}
