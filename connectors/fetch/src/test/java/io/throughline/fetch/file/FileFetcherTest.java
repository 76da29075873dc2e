package io.throughline.fetch.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.fetch.HealthListener;
import io.throughline.model.RawEnvelope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFetcherTest {

    @TempDir private Path folder;

    private final ManualClock clock = new ManualClock();

    @Test
    void readsEveryRecordOfEveryFileOnce() throws Exception {
        write("b.jsonl", "{\"n\":1}\n{\"n\":2}");
        write("a.csv", "id,text\n1,\"two\nlines\"\n2,x\n");
        write(".hidden.jsonl", "{\"n\":3}\n");
        write("c.jsonl.part", "{\"n\":4}\n");
        write("empty.jsonl", "");

        FileReading reading = once(Map.of()).all();

        assertThat(reading.texts())
                .containsExactly("1,\"two\nlines\"", "2,x", "{\"n\":1}", "{\"n\":2}");
        assertThat(once(reading.cursor).all().texts()).as("the second time").isEmpty();
    }

    @Test
    void givesTheSameEnvelopesEachTimeAFileIsRead() throws Exception {
        Path file = write("a.jsonl", "{\"n\":1}\n{\"n\":2}\n");
        Instant modified = Instant.parse("2026-01-02T03:04:05Z");
        Files.setLastModifiedTime(file, FileTime.from(modified));

        List<RawEnvelope> first = once(Map.of()).all().envelopes;

        assertThat(first).hasSize(2);
        assertThat(first.get(0).observedAt()).isEqualTo(modified);
        assertThat(once(Map.of()).all().envelopes).isEqualTo(first);
    }

    @Test
    void goesOnInTheMiddleOfAFile() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 1200; i++) {
            lines.append("{\"n\":").append(i).append("}\n");
        }
        write("a.jsonl", lines.toString());
        FileReading before = once(Map.of());
        before.until(700);
        int emitted = before.envelopes.size();
        assertThat(emitted).isLessThan(1200);

        List<RawEnvelope> after = once(before.cursor).all().envelopes;

        assertThat(after).hasSize(1200 - emitted);
        assertThat(new String(after.get(0).payload(), UTF_8)).isEqualTo("{\"n\":" + emitted + "}");
    }

    @Test
    void readsWholeLinesOfAGrowingFileAsTheyCome() throws Exception {
        Path file = write("a.jsonl", "{\"n\":1}\n{\"n\"");
        FileReading reading = watching(Map.of());

        assertThat(reading.untilPause().texts()).containsExactly("{\"n\":1}");

        append(file, ":2}\n{\"n\":3}\n");
        assertThat(reading.untilPause().texts())
                .containsExactly("{\"n\":1}", "{\"n\":2}", "{\"n\":3}");
    }

    @Test
    void readsALastLineWithoutLineBreakWhenTheFileIsLeftAlone() throws Exception {
        write("a.jsonl", "{\"n\":1}\n{\"n\":2}");
        FileReading reading = watching(Map.of());
        reading.untilPause();

        clock.advance(Duration.ofSeconds(9));
        assertThat(reading.untilPause().texts()).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(reading.untilPause().texts()).containsExactly("{\"n\":1}", "{\"n\":2}");
    }

    @Test
    void doesNotCutAQuotedValueOfAGrowingFile() throws Exception {
        Path file = write("a.csv", "id,text\n1,\"first\nsecond");
        FileReading reading = watching(Map.of());

        assertThat(reading.untilPause().texts()).isEmpty();
        append(file, "\nthird\"\n");

        assertThat(reading.untilPause().texts()).containsExactly("1,\"first\nsecond\nthird\"");
    }

    @Test
    void waitsUntilAWholeFileHasSettled() throws Exception {
        Path file = write("call.json", "{\"JobName\":");
        FileReading reading = watching(Map.of());
        assertThat(reading.untilPause().texts()).isEmpty();

        append(file, "\"x\"}");
        clock.advance(Duration.ofSeconds(1));
        assertThat(reading.untilPause().texts()).as("changed a moment ago").isEmpty();

        clock.advance(Duration.ofSeconds(1));
        assertThat(reading.untilPause().texts()).containsExactly("{\"JobName\":\"x\"}");
        assertThat(reading.untilPause().texts()).as("only once").hasSize(1);
    }

    @Test
    void readsAFileAgainThatWasReplaced() throws Exception {
        Path file = write("call.json", "{\"v\":1}");
        FileReading reading = watching(Map.of());
        reading.untilPause();
        clock.advance(Duration.ofSeconds(1));
        reading.untilPause();

        write("call.json", "{\"v\":22}");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
        reading.untilPause();
        clock.advance(Duration.ofSeconds(1));

        assertThat(reading.untilPause().texts()).containsExactly("{\"v\":1}", "{\"v\":22}");
    }

    @Test
    void forgetsFilesThatAreGone() throws Exception {
        Path file = write("a.jsonl", "{\"n\":1}\n");
        FileReading reading = watching(Map.of());
        assertThat(reading.untilPause().cursor).hasSize(1);

        Files.delete(file);

        assertThat(reading.untilPause().cursor).isEmpty();
    }

    @Test
    void holdsNoMoreThanABatchOfALargeFile() throws Exception {
        write("a.jsonl", ("{\"n\":\"" + "x".repeat(10_000) + "\"}\n").repeat(500));
        FileReading reading = once(Map.of());

        reading.all();

        assertThat(reading.envelopes).hasSize(500);
        assertThat(reading.largestBatchBytes).isLessThan(1100 * 1024);
    }

    @Test
    void failsOverAFileThatCannotBeReadInABoundedRun() throws Exception {
        Path file = write("a.jsonl", "{\"n\":1}\n");
        FileReading reading = once(Map.of());
        reading.step();
        Files.delete(file);
        Files.createDirectory(file);

        assertThatThrownBy(reading::all).isInstanceOf(java.io.UncheckedIOException.class);
    }

    private FileReading once(Map<String, String> cursor) {
        return new FileReading(FileFetcher.bounded(plan(), cursor, HealthListener.NONE), cursor);
    }

    private FileReading watching(Map<String, String> cursor) {
        return new FileReading(
                FileFetcher.unbounded(plan(), cursor, clock, HealthListener.NONE), cursor);
    }

    private FilePlan plan() {
        return new FilePlan(
                Definitions.anyFile(),
                List.of(PathPattern.of(folder.toString())),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }
}
