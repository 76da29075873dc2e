package io.throughline.taggers.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.taggers.encoder.Encoder;
import io.throughline.taggers.encoder.Pooled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingCacheTest {

    @TempDir Path directory;

    @Test
    void aTextIsRunOnceAlsoAcrossTrainings() throws IOException {
        Counting encoder = new Counting("aa".repeat(32));
        Pooled first;
        try (EmbeddingCache cache = new EmbeddingCache(directory)) {
            assertThat(cache.holds(encoder, "late")).isFalse();
            first = cache.pool(encoder, "late");
            cache.pool(encoder, "late");
        }
        try (EmbeddingCache cache = new EmbeddingCache(directory)) {
            assertThat(cache.holds(encoder, "late")).isTrue();
            Pooled second = cache.pool(encoder, "late");
            assertThat(second.pieces()).isEqualTo(first.pieces());
            assertThat(second.mean()).isEqualTo(first.mean());
            assertThat(second.first()).isEqualTo(first.first());
            assertThat(second.max()).isEqualTo(first.max());
        }
        assertThat(encoder.runs).containsExactly("late");
    }

    @Test
    void numbersOfAnotherNetworkAreNotTaken() throws IOException {
        Counting other = new Counting("bb".repeat(32));
        try (EmbeddingCache cache = new EmbeddingCache(directory)) {
            cache.pool(new Counting("aa".repeat(32)), "late");
            cache.pool(other, "late");
        }
        assertThat(other.runs).containsExactly("late");
    }

    @Test
    void aRecordThatWasCutOffIsWrittenOver() throws IOException {
        Counting encoder = new Counting("aa".repeat(32));
        try (EmbeddingCache cache = new EmbeddingCache(directory)) {
            cache.pool(encoder, "late");
        }
        try (Stream<Path> files = Files.list(directory)) {
            Files.write(files.findFirst().get(), new byte[17], StandardOpenOption.APPEND);
        }
        for (int i = 0; i < 2; i++) {
            try (EmbeddingCache cache = new EmbeddingCache(directory)) {
                assertThat(cache.pool(encoder, "late").mean()).containsExactly(4f, 1f);
                assertThat(cache.pool(encoder, "never").mean()).containsExactly(5f, 1f);
            }
        }
        assertThat(encoder.runs).containsExactly("late", "never");
    }

    @Test
    void aDirectoryThatCannotBeUsedIsNamed() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        EmbeddingCache cache = new EmbeddingCache(file);
        assertThatThrownBy(() -> cache.pool(new Counting("aa".repeat(32)), "late"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
    }

    /** Says how long a text is, and remembers what it was asked. */
    private static final class Counting implements Encoder {

        private final String sha256;
        private final List<String> runs = new ArrayList<>();

        Counting(String sha256) {
            this.sha256 = sha256;
        }

        @Override
        public String id() {
            return "counting";
        }

        @Override
        public int dimensions() {
            return 2;
        }

        @Override
        public float[] embed(String text) {
            return pool(text).mean();
        }

        @Override
        public Pooled pool(String text) {
            runs.add(text);
            float length = text.length();
            return new Pooled(
                    3, new float[] {length, 1}, new float[] {length, 2}, new float[] {length, 3});
        }

        @Override
        public String sha256() {
            return sha256;
        }
    }
}
