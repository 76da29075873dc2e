package io.throughline.fetch.file;

import io.throughline.channels.file.FileEnvelopes;
import io.throughline.channels.file.FileOrigin;
import io.throughline.fetch.Batch;
import io.throughline.fetch.ChannelFetcher;
import io.throughline.fetch.CursorChange;
import io.throughline.fetch.Failure;
import io.throughline.fetch.Fetched;
import io.throughline.fetch.HealthListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads files record by record, and holds no more of them than a batch. The modification time of a
 * file is when its records were observed, so reading it twice gives the same envelopes.
 */
public final class FileFetcher implements ChannelFetcher {

    private static final Logger LOG = LoggerFactory.getLogger(FileFetcher.class);

    private static final int BATCH_RECORDS = 500;
    private static final int BATCH_BYTES = 1024 * 1024;

    private final FilePlan plan;
    private final Inventory inventory;
    private final boolean watching;
    private final HealthListener health;
    private final Deque<DueFile> due = new ArrayDeque<>();
    private boolean looked;
    private DueFile current;
    private FileEnvelopes envelopes;

    private FileFetcher(
            FilePlan plan, Inventory inventory, boolean watching, HealthListener health) {
        this.plan = plan;
        this.inventory = inventory;
        this.watching = watching;
        this.health = health;
    }

    /** A fetcher that reads what is there and ends; what cannot be read makes it throw. */
    public static FileFetcher bounded(
            FilePlan plan, Map<String, String> cursor, HealthListener health) {
        return new FileFetcher(plan, Inventory.once(plan, cursor), false, health);
    }

    /** A fetcher that watches for new files and new lines and never ends. */
    public static FileFetcher unbounded(
            FilePlan plan, Map<String, String> cursor, Clock clock, HealthListener health) {
        return new FileFetcher(plan, Inventory.watching(plan, cursor, clock), true, health);
    }

    @Override
    public Batch fetch() {
        try {
            if (envelopes == null && due.isEmpty()) {
                return look();
            }
            if (envelopes == null) {
                open(due.remove());
            }
            return read();
        } catch (NoSuchFileException e) {
            LOG.warn("Channel {}: {} is gone", plan.definition().id(), e.getFile());
            closeFile();
            return Batch.of(List.of());
        } catch (IOException e) {
            closeFile();
            if (watching) {
                LOG.warn(
                        "Channel {}: reading broke off: {}",
                        plan.definition().id(),
                        e.getClass().getSimpleName());
                health.failed(
                        new Failure(
                                Failure.Kind.UNREADABLE,
                                e.getClass().getSimpleName(),
                                plan.rescan()));
                return Batch.thenPause(List.of(), plan.rescan());
            }
            throw new UncheckedIOException(e);
        }
    }

    private Batch look() throws IOException {
        if (looked && !watching) {
            return Batch.last(List.of());
        }
        looked = true;
        due.addAll(inventory.due());
        health.succeeded();
        if (!watching || !due.isEmpty()) {
            return Batch.of(List.of());
        }
        List<CursorChange> gone = inventory.forgetGone();
        return Batch.thenPause(
                gone.isEmpty() ? List.of() : List.of(new Fetched(Optional.empty(), gone)),
                plan.rescan());
    }

    private void open(DueFile file) throws IOException {
        current = file;
        Path name = file.path().getFileName();
        FileOrigin origin =
                new FileOrigin(
                        file.path().toString(), name.toString(), file.state().modified(), null);
        InputStream bytes = new UpTo(Files.newInputStream(file.path()), file.to());
        envelopes = FileEnvelopes.open(plan.definition(), origin, bytes, file.from());
    }

    private Batch read() throws IOException {
        List<Fetched> items = new ArrayList<>();
        long bytes = 0;
        while (items.size() < BATCH_RECORDS && bytes < BATCH_BYTES) {
            Optional<FileEnvelopes.Positioned> next = envelopes.next();
            if (next.isEmpty()) {
                items.add(Fetched.onlyCursor(inventory.advance(current, current.to())));
                closeFile();
                break;
            }
            bytes += next.get().envelope().payload().length;
            items.add(
                    Fetched.of(
                            next.get().envelope(),
                            inventory.advance(current, next.get().nextOffset())));
        }
        return Batch.of(items);
    }

    private void closeFile() {
        FileEnvelopes closing = envelopes;
        envelopes = null;
        current = null;
        if (closing != null) {
            try {
                closing.close();
            } catch (IOException e) {
                LOG.warn("Channel {}: a file cannot be closed", plan.definition().id(), e);
            }
        }
    }

    /** Reading a batch takes no time worth cutting short. */
    @Override
    public void wakeUp() {}

    @Override
    public void close() {
        closeFile();
    }
}
