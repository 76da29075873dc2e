package io.throughline.taggers.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * How well taggers agree with people.
 *
 * @param rows of the file
 * @param sentiment null when no row has a sentiment, or it was not asked for
 * @param stage null when no row has a stage, or it was not asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvaluationReport(long rows, Scores sentiment, Scores stage) {

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
        StringBuilder table = new StringBuilder();
        table.append(rows).append(" rows\n");
        if (sentiment != null) {
            table.append('\n').append(ScoreTable.of("sentiment", sentiment));
        }
        if (stage != null) {
            table.append('\n').append(ScoreTable.of("stage", stage));
        }
        if (sentiment == null && stage == null) {
            table.append("no row has a label that was asked for\n");
        }
        return table.toString();
    }
}
