package io.throughline.local.revise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.throughline.model.SentimentLabel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionFileTest {

    @TempDir Path directory;

    private final List<String> rejected = new ArrayList<>();

    @Test
    void readsRowsAndSaysWhichMakeNoSense() throws IOException {
        List<CorrectionRequest> requests =
                read(
                        """
                        \uFEFFID, sentiment,stage,by
                        email:x:1,Negative,,
                        "email:x:2, b",,claim; renewal,ann
                        email:x:3,,none,

                        email:x:4,angry,,
                        ,negative,,
                        email:x:5,,,
                        email:x:6,"neutral
                        email:x:7,neutral,claim,ann,more
                        """);

        assertThat(requests)
                .extracting(CorrectionRequest::id)
                .containsExactly("email:x:1", "email:x:2, b", "email:x:3");
        assertThat(requests.get(0).sentiment()).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(requests.get(0).stages()).isNull();
        assertThat(requests.get(0).by()).isEqualTo("desk");
        assertThat(requests.get(1).sentiment()).isNull();
        assertThat(requests.get(1).stages()).containsExactly("claim", "renewal");
        assertThat(requests.get(1).by()).isEqualTo("ann");
        assertThat(requests.get(2).stages()).isEmpty();
        String file = directory.resolve("c.csv") + ":";
        assertThat(rejected)
                .containsExactly(
                        file + "6: 'angry' is no sentiment; write negative, neutral or positive",
                        file + "7: the id of the feedback is missing",
                        file + "8: say a sentiment, a stage, or both",
                        file + "9: a quote is not closed",
                        file + "10: 5 values for 4 columns");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"sentiment,stage", "id,mood", "''"})
    void aHeaderThatNamesOtherColumnsIsSaid(String header) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(header + "\nemail:x:1,negative\n"))
                .withMessageContaining(":1: the header names the columns");
    }

    @Test
    void noStageStandsAlone() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> CorrectionRequest.of("x", "a", "", List.of("none", "claim"), "ann"))
                .withMessageContaining("cannot be with other stages");
    }

    private List<CorrectionRequest> read(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("c.csv"), text);
        return CorrectionFile.read(file, "desk", rejected::add);
    }
}
