package io.throughline.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.Samples;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void aDeadLetterSaysWhyAndWhereWithoutItsPayload() {
        assertThat(DeadLetterJson.line(Samples.deadLetter()))
                .isEqualTo(
                        "{\"deadLetter\":{\"reason\":\"MISSING_FIELD\",\"stage\":\"parse\","
                                + "\"channel\":\"phone\",\"source\":\"call-files\","
                                + "\"message\":\"JobName is absent\",\"record\":3}}");
    }

    @Test
    void aDeadLetterOfNoKnownChannelHasNone() {
        assertThat(DeadLetterJson.line(Samples.bareDeadLetter()))
                .isEqualTo(
                        "{\"deadLetter\":{\"reason\":\"INVALID_ENCODING\",\"stage\":\"receive\","
                                + "\"source\":\"app-store\",\"message\":\"byte 0 is no UTF-8\","
                                + "\"record\":0}}");
    }

    @Test
    void aSentimentHasItsLabel() {
        assertThat(JsonWriter.object(out -> TagsJson.write(out, Samples.tagged().sentiment())))
                .isEqualTo(
                        "{\"label\":\"negative\",\"score\":-0.81,\"confidence\":0.93,"
                                + "\"engine\":\"linear\",\"model\":\"2026-03\"}");
    }

    @Test
    void anAbstentionHasItsReasonInstead() {
        assertThat(JsonWriter.object(out -> TagsJson.write(out, Samples.abstained().sentiment())))
                .isEqualTo(
                        "{\"score\":0,\"confidence\":0,\"abstention\":\"no-text\","
                                + "\"engine\":\"linear\",\"model\":\"2026-03\"}");
    }

    @Test
    void aStageHasItsWeight() {
        assertThat(
                        JsonWriter.object(
                                out ->
                                        TagsJson.write(
                                                out, Samples.tagged().stages().stages().get(0))))
                .isEqualTo("{\"id\":\"claim\",\"weight\":0.75,\"confidence\":0.7}");
    }
}
