package io.throughline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.apache.flink.configuration.MemorySize;
import org.junit.jupiter.api.Test;

class StackOptionsTest {

    @Test
    void theDirectoryBecomesAbsolute() {
        assertThat(StackOptions.in(Path.of("data/../here")).dataDirectory())
                .isEqualTo(Path.of("here").toAbsolutePath());
    }

    @Test
    void portsAreFreeUnlessNamed() {
        StackOptions options = StackOptions.in(Path.of("data"));
        assertThat(options.kafkaPort()).isEmpty();
        assertThat(options.withKafkaPort(9092).withElasticsearchPort(9200).kafkaPort())
                .hasValue(9092);
    }

    @Test
    void aHeapThatNoServerStartsWithIsRefused() {
        assertThatThrownBy(
                        () ->
                                new StackMemory(
                                        MemorySize.ofMebiBytes(64), MemorySize.ofMebiBytes(512)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("128 MiB");
    }
}
