package io.throughline.local.stack;

import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What an embedded stack is started with.
 *
 * @param dataDirectory holds everything both servers keep; created when missing, kept between runs
 * @param kafkaPort a fixed port of 127.0.0.1, or empty for a free one
 * @param elasticsearchPort likewise
 * @param memory heap of the servers
 * @param progress is told each step
 */
public record StackOptions(
        Path dataDirectory,
        OptionalInt kafkaPort,
        OptionalInt elasticsearchPort,
        StackMemory memory,
        StackProgress progress) {

    public StackOptions {
        dataDirectory = dataDirectory.toAbsolutePath().normalize();
        Objects.requireNonNull(kafkaPort, "kafkaPort");
        Objects.requireNonNull(elasticsearchPort, "elasticsearchPort");
        Objects.requireNonNull(memory, "memory");
        Objects.requireNonNull(progress, "progress");
    }

    /** Free ports, default memory, silent. */
    public static StackOptions in(Path dataDirectory) {
        return new StackOptions(
                dataDirectory,
                OptionalInt.empty(),
                OptionalInt.empty(),
                StackMemory.DEFAULT,
                StackProgress.SILENT);
    }

    public StackOptions withKafkaPort(int port) {
        return new StackOptions(
                dataDirectory, OptionalInt.of(port), elasticsearchPort, memory, progress);
    }

    public StackOptions withElasticsearchPort(int port) {
        return new StackOptions(dataDirectory, kafkaPort, OptionalInt.of(port), memory, progress);
    }

    public StackOptions withMemory(StackMemory size) {
        return new StackOptions(dataDirectory, kafkaPort, elasticsearchPort, size, progress);
    }

    public StackOptions withProgress(StackProgress listener) {
        return new StackOptions(dataDirectory, kafkaPort, elasticsearchPort, memory, listener);
    }
}
