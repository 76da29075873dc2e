package io.throughline.taggers.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.model.Channel;
import io.throughline.model.Rating;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelSetTest {

    @TempDir Path directory;

    @Test
    void aRowOfACsvHasWhatATaggerSees() throws IOException {
        LabelRow row =
                rows("text,sentiment,domain,language,channel,rating,rating_max\n"
                                + "\"Good,\nreally\",positive,bank,en,phone,9,10\n")
                        .get(0);

        assertThat(row.verbatim().text()).isEqualTo("Good,\nreally");
        assertThat(row.verbatim().language()).isEqualTo("en");
        assertThat(row.verbatim().channel()).isEqualTo(Channel.PHONE);
        assertThat(row.verbatim().rating()).isEqualTo(new Rating(9, 1, 10));
        assertThat(row.domain()).isEqualTo("bank");
    }

    @Test
    void aJsonLineMayHoldAConversationOfWhichTheCustomersTurnsCount() throws IOException {
        LabelRow row =
                rows("""

                                {"text": "x", "sentiment": "Negative", "stage": "claim", "rating": {"value": 2, "min": 1, "max": 5}, "conversation": {"turns": [{"role": "agent", "text": "Great!"}, {"role": "customer", "text": "No."}, {"role": "customer", "text": "Bad."}]}}
                                """)
                        .get(0);

        assertThat(row.verbatim().turns()).containsExactly("No.", "Bad.");
        assertThat(row.sentiment()).isEqualTo("negative");
        assertThat(row.stage()).isEqualTo("claim");
        assertThat(row.verbatim().rating()).isEqualTo(new Rating(2, 1, 5));
        assertThat(row.line()).isEqualTo(2);
    }

    @Test
    void aRatingThatNamesNoScaleIsOneToFive() throws IOException {
        List<LabelRow> rows =
                rows(
                        """
                        {"text": "x", "sentiment": "neutral", "rating": 2}
                        {"text": "x", "sentiment": "neutral", "rating": {"value": 2}}
                        """);

        assertThat(rows)
                .extracting(row -> row.verbatim().rating())
                .containsOnly(new Rating(2, 1, 5));
    }

    @Test
    void theNameOfTheFileIsTheDomainOfItsRows() throws IOException {
        assertThat(rows("text,stage\na,b\n").get(0).domain()).isEqualTo("labels");
    }

    @Test
    void aMistakeHasItsFileAndLine() {
        refused("{\"text\": \"a\", \"sentiment\": \"neutral\"}\n{\"text\": \n", ":2: this is no");
        refused("{\"text\": \"a\"}\n[]\n", ":2: a JSON object is due");
        refused("{\"text\": \"a\"}{\"text\": \"b\"}\n", ":1: this is no JSON");
        refused("{\"text\": \"a\", \"sentiment\": \"meh\"}\n", ":1: sentiment is negative");
        refused("text,sentiment,rating\na,positive,5\nb,positive,nine\n", ":3: rating is a number");
        refused("text,sentiment,rating\na,positive,7\n", ":2: ");
    }

    @Test
    void whatIsNotUtf8IsSaidSo() throws IOException {
        Path file = directory.resolve("latin.csv");
        Files.write(
                file, "text,sentiment\ncaf\u00e9,positive\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> LabelSet.check(List.of(file)))
                .isInstanceOf(LabelFileException.class)
                .hasMessageContaining("not UTF-8");
    }

    @Test
    void tasksAreThoseThatSomeRowHasALabelFor() throws IOException {
        LabelSet set = set("text,sentiment,stage\na,,\nb,,claim\n");

        assertThat(set.has(Task.STAGE)).isTrue();
        assertThat(set.has(Task.SENTIMENT)).isFalse();
    }

    private void refused(String content, String part) {
        assertThatThrownBy(() -> set(content))
                .isInstanceOf(LabelFileException.class)
                .hasMessageContaining(directory + "/labels.csv" + part);
    }

    private LabelSet set(String content) throws IOException {
        return LabelSet.check(List.of(Files.writeString(directory.resolve("labels.csv"), content)));
    }

    private List<LabelRow> rows(String content) throws IOException {
        try (LabelledRows rows =
                new LabelledRows(set(content).files(), EvaluationOptions.DEFAULTS)) {
            return rows.next(100);
        }
    }
}
