package io.throughline.local.cli;

import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.file.FileEnvelopes;
import io.throughline.channels.file.FileOrigin;
import io.throughline.fetch.Batch;
import io.throughline.fetch.ChannelFetcher;
import io.throughline.fetch.ChannelInstance;
import io.throughline.fetch.Extent;
import io.throughline.fetch.Failure;
import io.throughline.fetch.FetchSettings;
import io.throughline.fetch.Fetched;
import io.throughline.fetch.Fetchers;
import io.throughline.fetch.HealthListener;
import io.throughline.model.RawEnvelope;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Gets payloads for a trial: from files, or from the channel itself as the pipeline would, from the
 * beginning and without keeping where it got to.
 */
final class TriedPayloads {

    /** Nobody waits for a dry run as a pipeline waits for a server. */
    private static final FetchSettings IMPATIENT =
            new FetchSettings(
                    Duration.ofMillis(100),
                    Duration.ofMillis(500),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1));

    private final ChannelDefinition definition;
    private final Predicate<RawEnvelope> more;

    /**
     * @param more is handed every envelope, and answers whether another one is wanted
     */
    TriedPayloads(ChannelDefinition definition, Predicate<RawEnvelope> more) {
        this.definition = definition;
        this.more = more;
    }

    void read(List<Path> files) throws IOException {
        for (Path file : files) {
            if (!read(file)) {
                return;
            }
        }
    }

    private boolean read(Path file) throws IOException {
        FileOrigin origin =
                new FileOrigin(
                        file.toString(),
                        file.getFileName().toString(),
                        Files.getLastModifiedTime(file).toInstant(),
                        null);
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        try (FileEnvelopes envelopes = FileEnvelopes.open(definition, origin, in, 0)) {
            for (var next = envelopes.next(); next.isPresent(); next = envelopes.next()) {
                if (!more.test(next.get().envelope())) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Asks the channel.
     *
     * @param told is told of every failure in a few words
     */
    void fetch(Map<String, String> values, Consumer<String> told) throws InterruptedException {
        ChannelInstance instance = ChannelInstance.of(definition, values);
        Fetchers fetchers = new Fetchers(Extent.BOUNDED, IMPATIENT);
        fetchers.check(instance);
        try (ChannelFetcher fetcher = fetchers.open(instance, Map.of(), new Teller(told))) {
            while (true) {
                Batch batch = fetcher.fetch();
                for (Fetched item : batch.items()) {
                    if (item.envelope().isPresent() && !more.test(item.envelope().get())) {
                        return;
                    }
                }
                if (batch.finished()) {
                    return;
                }
                Thread.sleep(batch.pause().toMillis());
            }
        }
    }

    private record Teller(Consumer<String> told) implements HealthListener {

        @Override
        public void succeeded() {}

        @Override
        public void failed(Failure failure) {
            String hint =
                    switch (failure.kind()) {
                        case REFUSED -> "; check the credentials";
                        case GONE -> "; check the address";
                        case UNREACHABLE, LIMITED, SERVER, UNREADABLE -> "";
                    };
            told.accept(
                    failure.cause()
                            + hint
                            + "; trying again in "
                            + Math.max(1, failure.retryIn().toSeconds())
                            + " s");
        }

        @Override
        public void behind(Duration lag) {}
    }
}
