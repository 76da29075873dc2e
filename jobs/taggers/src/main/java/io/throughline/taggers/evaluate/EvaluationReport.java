package io.throughline.taggers.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;

/**
 * How well taggers agree with people.
 *
 * @param rows that were taken of all files
 * @param sentiment scores of the first sentiment engine over all rows; null when no row has a
 *     sentiment, or it was not asked for
 * @param stage scores of the first stage engine over all rows; null when no row has a stage, or it
 *     was not asked for
 * @param files that were evaluated on
 * @param threads that tagged at the same time
 * @param engines each engine by itself, in the order they were asked for
 * @param warnings what a reader of the figures must know, a sentence each
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvaluationReport(
        long rows,
        Scores sentiment,
        Scores stage,
        List<FileReport> files,
        int threads,
        List<EngineReport> engines,
        List<String> warnings) {

    /** The same with one more thing that a reader must know. */
    public EvaluationReport withWarning(String warning) {
        return new EvaluationReport(
                rows,
                sentiment,
                stage,
                files,
                threads,
                engines,
                Stream.concat(warnings.stream(), Stream.of(warning)).toList());
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    /** As one line of JSON. */
    public String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers and texts can be written", e);
        }
    }

    /** As tables for people. */
    public String table() {
        return ReportTable.of(this);
    }
}
