package io.throughline.local.alertbench;

import io.throughline.local.backtest.EventTimes;
import io.throughline.local.backtest.History;
import io.throughline.local.backtest.HistoryReader;
import io.throughline.model.FailureReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Histories of a folder, as sources of streams. */
public final class ReplayedSources {

    private ReplayedSources() {}

    /**
     * A source for each CSV in the folder, sorted by name; none when it is null.
     *
     * @throws IOException when one cannot be read
     */
    public static List<StreamSource> in(Path folder) throws IOException {
        if (folder == null) {
            return List.of();
        }
        List<StreamSource> sources = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".csv")).sorted().toList()) {
                sources.add(source(file));
            }
        }
        return sources;
    }

    private static StreamSource source(Path file) throws IOException {
        String name = file.getFileName().toString().replaceAll("\\.csv$", "");
        HistoryReader reader =
                new HistoryReader(
                        new EventTimes(ZoneOffset.UTC), Map.of(), Clock.systemUTC(), IGNORED);
        try (InputStream in = Files.newInputStream(file);
                History history = reader.read(in)) {
            return ReplayedSource.of(name, history.feedback());
        }
    }

    /** Lines that are no part of a history take no part in it. */
    private static final HistoryReader.Listener IGNORED =
            new HistoryReader.Listener() {
                @Override
                public void bad(FailureReason reason, String message, long line) {}

                @Override
                public void warning(String message) {}

                @Override
                public void read(long records) {}
            };
}
