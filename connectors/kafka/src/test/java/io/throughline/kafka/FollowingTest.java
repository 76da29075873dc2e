package io.throughline.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.throughline.kafka.TopicWriter.Write;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowingTest {

    private static final Duration POLL = Duration.ofMillis(100);

    private TestBroker broker;
    private KafkaSettings settings;

    @BeforeAll
    void start(@TempDir Path folder) {
        broker = TestBroker.start(folder);
        settings = broker.settings();
        TopicAdmin.ensure(
                settings,
                List.of(
                        new TopicSpec("followed", 2, Map.of()),
                        new TopicSpec("fenced", 1, Map.of())));
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void beginsAtTheBeginningAndGoesOnWithWhatComes() {
        List<String> read = new ArrayList<>();
        try (TopicWriter writer = TopicWriter.open(settings, "writer")) {
            writer.write(List.of(write("followed", "a"), write("followed", "b")));
            try (TopicFollower follower = TopicFollower.open(settings, "followed")) {
                Awaitility.await()
                        .until(
                                () -> {
                                    follower.next(POLL).forEach(one -> read.add(text(one)));
                                    return follower.caughtUp();
                                });
                assertThat(read).containsExactlyInAnyOrder("a", "b");

                writer.write(List.of(write("followed", "c")));
                Awaitility.await()
                        .until(
                                () -> {
                                    follower.next(POLL).forEach(one -> read.add(text(one)));
                                    return read.size() == 3;
                                });
                assertThat(read).last().isEqualTo("c");
            }
        }
    }

    @Test
    void aTopicThatIsNotThereIsSaid() {
        assertThatExceptionOfType(KafkaUnavailableException.class)
                .isThrownBy(() -> TopicFollower.open(settings, "absent"))
                .withMessageContaining("There is no such topic");
    }

    @Test
    void aWriterThatWasReplacedSaysSo() {
        try (TopicWriter first = TopicWriter.open(settings, "name")) {
            first.write(List.of(write("fenced", "a")));
            try (TopicWriter second = TopicWriter.open(settings, "name")) {
                second.write(List.of(write("fenced", "b")));

                assertThatExceptionOfType(WriterReplacedException.class)
                        .isThrownBy(() -> first.write(List.of(write("fenced", "c"))))
                        .withMessageContaining("name");
            }
        }
    }

    private static Write write(String topic, String value) {
        return new Write(topic, value, value.getBytes(UTF_8));
    }

    private static String text(StoredRecord record) {
        return new String(record.value(), UTF_8);
    }
}
