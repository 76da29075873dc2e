package io.throughline.fetch.file;

import io.throughline.fetch.CursorChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows how far each file was read, and decides what is to be read next.
 *
 * <p>A file that was written line by line and grew is read on where it was left; any other change
 * means a new content, which is read from the start. While folders are watched, whole lines are
 * read as they come, a last line without its line break after ten times the settling time, and
 * files of other formats when they have settled.
 */
final class Inventory {

    private static final Logger LOG = LoggerFactory.getLogger(Inventory.class);

    private static final int SETTLES_OF_OPEN_LINE = 10;

    private final FilePlan plan;
    private final Map<String, String> cursor;
    private final Optional<Stillness> watched;
    private final Set<Path> unreadable = new TreeSet<>();

    private Inventory(FilePlan plan, Map<String, String> cursor, Optional<Stillness> watched) {
        this.plan = plan;
        this.cursor = new HashMap<>(cursor);
        this.watched = watched;
    }

    static Inventory once(FilePlan plan, Map<String, String> cursor) {
        return new Inventory(plan, cursor, Optional.empty());
    }

    static Inventory watching(FilePlan plan, Map<String, String> cursor, Clock clock) {
        return new Inventory(plan, cursor, Optional.of(new Stillness(clock)));
    }

    /** Notes progress and answers the change of the cursor. */
    CursorChange advance(DueFile file, long offset) {
        CursorChange change =
                new FileProgress(
                                offset, file.state().size(), file.state().modified().toEpochMilli())
                        .toChange(file.path());
        change.applyTo(cursor);
        return change;
    }

    /** What is to be read now, sorted by path. */
    List<DueFile> due() throws IOException {
        List<DueFile> due = new ArrayList<>();
        Set<Path> paths = paths();
        for (Path path : paths) {
            try {
                due(path).ifPresent(due::add);
                unreadable.remove(path);
            } catch (IOException e) {
                unreadable(path, e);
            }
        }
        watched.ifPresent(stillness -> stillness.keepOnly(paths));
        return due;
    }

    private Set<Path> paths() {
        Set<Path> paths = new TreeSet<>();
        for (PathPattern pattern : plan.paths()) {
            paths.addAll(pattern.files());
        }
        return paths;
    }

    private void unreadable(Path path, IOException e) throws IOException {
        if (watched.isEmpty()) {
            throw e;
        }
        if (Files.exists(path) && unreadable.add(path)) {
            LOG.warn(
                    "Channel {}: cannot read {}: {}",
                    plan.definition().id(),
                    path,
                    e.getClass().getSimpleName());
        }
    }

    private Optional<DueFile> due(Path path) throws IOException {
        FileState state = FileState.of(path);
        if (watched.isEmpty() && state.size() == 0) {
            LOG.warn("Channel {}: {} is empty", plan.definition().id(), path);
        }
        FileProgress progress = FileProgress.parse(cursor.get(FileProgress.key(path)));
        Lines lines = Lines.of(plan.definition(), path);
        boolean goOn =
                progress.unchanged(state)
                        || (lines != Lines.NONE && state.size() >= progress.size());
        long from = goOn ? progress.offset() : 0;
        long to = readableUpTo(path, state, from, lines);
        return to > from ? Optional.of(new DueFile(path, state, from, to)) : Optional.empty();
    }

    private long readableUpTo(Path path, FileState state, long from, Lines lines)
            throws IOException {
        if (watched.isEmpty() || from >= state.size()) {
            return state.size();
        }
        Duration still = watched.get().of(path, state);
        boolean growing = lines != Lines.NONE;
        Duration needed =
                growing ? plan.settle().multipliedBy(SETTLES_OF_OPEN_LINE) : plan.settle();
        if (still.compareTo(needed) >= 0) {
            return state.size();
        }
        return growing ? lines.endOfWholeRecords(path, from, state.size()) : from;
    }

    /** Forgets files that are gone, and answers the changes of the cursor. */
    List<CursorChange> forgetGone() {
        List<CursorChange> changes = new ArrayList<>();
        if (!plan.paths().stream().allMatch(PathPattern::baseExists)) {
            return changes;
        }
        for (String key : List.copyOf(cursor.keySet())) {
            if (FileProgress.isKey(key) && !Files.exists(FileProgress.path(key))) {
                CursorChange change = new CursorChange(key, null);
                change.applyTo(cursor);
                changes.add(change);
            }
        }
        return changes;
    }
}
