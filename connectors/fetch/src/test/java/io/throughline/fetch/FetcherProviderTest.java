package io.throughline.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.fetch.StreamingChannel.Streamed;
import io.throughline.fetch.http.ChannelUnavailableException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetcherProviderTest {

    private static final FetchSettings SETTINGS =
            new FetchSettings(
                    Duration.ofMillis(1),
                    Duration.ofMillis(1),
                    Duration.ofMillis(2),
                    Duration.ofHours(1),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1));

    @Test
    void aDefinitionNamesAFetcherOfTheClassPath(@TempDir Path folder) throws Exception {
        Path logbook = folder.resolve("logbook.jsonl");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 600; i++) {
            lines.append("{\"id\":").append(i).append("}\n");
        }
        Files.writeString(logbook, lines);

        Reading reading = round(logbook, Map.of());
        Files.writeString(logbook, lines + "{\"id\":600}\n");
        Reading again = round(logbook, reading.cursor);

        assertThat(reading.bodies()).hasSize(600);
        assertThat(reading.envelopes.get(3).source()).isEqualTo("reviews");
        assertThat(reading.envelopes.get(3).position()).isEqualTo(3);
        assertThat(again.bodies()).containsExactly("{\"id\":600}");
    }

    @Test
    void whatAPageBreaksOffIsReadAgain(@TempDir Path folder) throws Exception {
        Path logbook = folder.resolve("logbook.jsonl");
        Files.writeString(logbook, "{\"id\":1}\n{\"id\":2}\n");
        Batch batch = fetchers(Extent.BOUNDED).open(instance(logbook), Map.of()).fetch();

        assertThat(batch.items().get(0).changes()).isEmpty();
        assertThat(batch.items().get(1).changes()).containsExactly(new CursorChange("lines", "2"));
    }

    @Test
    void aFailureIsToldAndTriedAgain(@TempDir Path folder) throws Exception {
        Path logbook = folder.resolve("logbook.jsonl");
        List<Failure> failures = new ArrayList<>();
        Reading reading =
                new Reading(
                        fetchers(Extent.BOUNDED)
                                .open(instance(logbook), Map.of(), listener(failures)),
                        Map.of());

        reading.step();
        Files.writeString(logbook, "{\"id\":1}\n");

        assertThat(reading.all().bodies()).hasSize(1);
        assertThat(failures)
                .singleElement()
                .satisfies(f -> assertThat(f.cause()).isEqualTo("NoSuchFileException"));
    }

    @Test
    void aMissingOptionOrFetcherIsToldBeforeAJobStarts() {
        assertThatThrownBy(
                        () ->
                                fetchers(Extent.BOUNDED)
                                        .check(
                                                ChannelInstance.of(
                                                        Given.definition(
                                                                "mode: poll\nfetcher: logbook\n"),
                                                        Map.of())))
                .hasMessageContaining("Channel reviews: the option 'path' is missing");
        assertThatThrownBy(
                        () ->
                                fetchers(Extent.BOUNDED)
                                        .check(
                                                ChannelInstance.of(
                                                        Given.definition(
                                                                "mode: poll\nfetcher: nobody\n"),
                                                        Map.of())))
                .hasMessageContaining("known are imap, logbook");
    }

    @Test
    void aStreamIsOpenedAnewWhereItBroke() throws InterruptedException {
        List<String> opened = new ArrayList<>();
        Reading reading =
                new Reading(context(Extent.BOUNDED).streaming(new Breaking(opened)), Map.of());

        assertThat(reading.all().bodies()).containsExactly("0", "1", "2", "3");
        assertThat(opened).containsExactly("0", "2");
        assertThat(reading.cursor).containsEntry("next", "4");
    }

    @Test
    void aRefusalEndsABoundedRun() {
        ChannelFetcher fetcher =
                context(Extent.BOUNDED)
                        .polling(
                                (cursor, budget) -> {
                                    throw new ChannelRefusedException("the key is not known");
                                });

        assertThatThrownBy(fetcher::fetch)
                .isInstanceOf(ChannelUnavailableException.class)
                .hasMessageContaining("the key is not known");
    }

    @Test
    void theReadmeShowsTheExampleThatIsTested() throws IOException {
        String source =
                Files.readString(
                        Path.of("src/test/java/io/throughline/fetch/example/LogbookProvider.java"));
        String example = source.substring(source.indexOf("/** A logbook"));

        assertThat(Files.readString(Path.of("README.md"))).contains(example);
    }

    private static Reading round(Path logbook, Map<String, String> cursor)
            throws InterruptedException {
        return new Reading(fetchers(Extent.BOUNDED).open(instance(logbook), cursor), cursor).all();
    }

    private static Fetchers fetchers(Extent extent) {
        return new Fetchers(extent, SETTINGS);
    }

    private static ChannelInstance instance(Path logbook) {
        return ChannelInstance.of(
                Given.definition(
                        "mode: poll\nfetcher: logbook\noptions: {path: \"${config.path}\"}\n"),
                Map.of("config.path", logbook.toString()));
    }

    private static FetcherContext context(Extent extent) {
        return new FetcherContext(
                "reviews", Map.of(), Map.of(), extent, SETTINGS, Given.CLOCK, HealthListener.NONE);
    }

    private static HealthListener listener(List<Failure> failures) {
        return new HealthListener() {
            @Override
            public void succeeded() {}

            @Override
            public void failed(Failure failure) {
                failures.add(failure);
            }

            @Override
            public void behind(Duration lag) {}
        };
    }

    /** Counts up, breaks after two, and ends after four. */
    private static final class Breaking implements StreamingChannel {

        private final List<String> opened;
        private int next;
        private int since;

        Breaking(List<String> opened) {
            this.opened = opened;
        }

        @Override
        public void open(Map<String, String> cursor) {
            next = Integer.parseInt(cursor.getOrDefault("next", "0"));
            opened.add(Integer.toString(next));
            since = 0;
        }

        @Override
        public Optional<Streamed> next(Duration time) throws IOException {
            if (next == 4) {
                throw new EOFException();
            }
            if (since++ == 2) {
                throw new IOException("broken");
            }
            byte[] payload = Integer.toString(next++).getBytes(UTF_8);
            return Optional.of(
                    new Streamed(
                            Item.of("counter", next, payload),
                            Map.of("next", Integer.toString(next))));
        }

        @Override
        public void close() {}
    }
}
