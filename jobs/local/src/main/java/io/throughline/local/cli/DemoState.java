package io.throughline.local.cli;

import io.throughline.local.demo.DemoOptions;
import io.throughline.local.demo.DemoWorld;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Properties;

/**
 * What a demo remembers in its data directory, so that the same command after a kill feeds the same
 * records again.
 *
 * @param options of the sample feedback
 * @param webhookSecret shared by the demo's form provider and the gateway
 */
record DemoState(DemoOptions options, String webhookSecret) {

    private static final int SECRET_BYTES = 16;

    /**
     * The state of a directory, made when it is new.
     *
     * @param records asked for; null for the default
     * @throws UserException when the directory has a demo of another size, or one of this size
     *     cannot be made
     */
    static DemoState in(Path directory, Integer records, Clock clock) throws IOException {
        Path file = directory.resolve("demo.properties");
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
        } else {
            properties = fresh(records, clock);
            Files.createDirectories(directory);
            Path draft = directory.resolve("demo.properties.new");
            try (Writer writer = Files.newBufferedWriter(draft)) {
                properties.store(writer, "The demo that this directory holds");
            }
            Files.move(draft, file);
        }
        DemoState state = of(properties, file);
        if (records != null && records != state.options.records()) {
            throw new UserException(
                    directory
                            + " holds a demo of "
                            + state.options.records()
                            + " records. Name another directory with --data-dir, or remove it.");
        }
        return state;
    }

    private static Properties fresh(Integer records, Clock clock) {
        DemoOptions options = options(records, clock);
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        Properties properties = new Properties();
        properties.setProperty("seed", Long.toString(options.seed()));
        properties.setProperty("end", options.end().toString());
        properties.setProperty("worseFrom", DemoWorld.worseFrom(options).toString());
        properties.setProperty("records", Integer.toString(options.records()));
        properties.setProperty("webhookSecret", HexFormat.of().formatHex(secret));
        return properties;
    }

    private static DemoOptions options(Integer records, Clock clock) {
        try {
            return new DemoOptions(
                    DemoOptions.DEFAULT_SEED,
                    clock.instant(),
                    records == null ? DemoOptions.DEFAULT_RECORDS : records);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--records " + records + ": " + e.getMessage(), e);
        }
    }

    private static DemoState of(Properties properties, Path file) {
        try {
            return new DemoState(
                    new DemoOptions(
                            Long.parseLong(properties.getProperty("seed")),
                            Instant.parse(properties.getProperty("end")),
                            Integer.parseInt(properties.getProperty("records"))),
                    properties.getProperty("webhookSecret"));
        } catch (RuntimeException e) {
            throw new UserException(
                    file + " cannot be read; remove the directory to start the demo afresh", e);
        }
    }
}
