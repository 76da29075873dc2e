package io.throughline.local.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncidentFileTest {

    @TempDir Path directory;

    @Test
    void whatIsNotSaidHoldsForAll() throws IOException {
        Path file =
                written(
                        "name,from,until,stage,direction\nspike,2026-03-04,2026-03-05,claim,drop\n"
                                + ",2026-04-04,,,\n");
        assertThat(IncidentFile.read(file, new EventTimes(ZoneOffset.UTC)))
                .containsExactly(
                        new Incident(
                                "spike",
                                "claim",
                                "drop",
                                Instant.parse("2026-03-04T00:00:00Z"),
                                Instant.parse("2026-03-05T00:00:00Z")),
                        new Incident(
                                "2026-04-04",
                                null,
                                null,
                                Instant.parse("2026-04-04T00:00:00Z"),
                                Instant.parse("2026-04-11T00:00:00Z")));
    }

    @Test
    void everyMistakeIsSaidWithItsLine() throws IOException {
        assertBad("form\n2026-03-04\n", "no column 'from'; did you mean 'form'?");
        assertBad("from\n2026-03-04\nsoon\n", ", line 3: 'soon' is no time");
        assertBad("from,direction\n2026-03-04,dorp\n", ", line 2: direction: 'dorp' is none");
        assertBad(
                "from,until\n2026-03-04,2026-03-01\n", ", line 2: 2026-03-01T00:00:00Z is before");
    }

    @Test
    void bytesThatAreNoUtf8AreSaidWithTheirLine() throws IOException {
        Path file =
                Files.writeString(
                        directory.resolve("latin.csv"),
                        "from,name\n2026-03-04,ok\n2026-03-05,Z\u00FCrich\n",
                        StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> IncidentFile.read(file, new EventTimes(ZoneOffset.UTC)))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("latin.csv, line 3: there are bytes that are no UTF-8");
    }

    private void assertBad(String text, String message) throws IOException {
        Path file = written(text);
        assertThatThrownBy(() -> IncidentFile.read(file, new EventTimes(ZoneOffset.UTC)))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining(message);
    }

    private Path written(String text) throws IOException {
        return Files.writeString(directory.resolve("known.csv"), text);
    }
}
