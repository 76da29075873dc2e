package io.throughline.domain.watch;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertCommand;
import io.throughline.alert.AlertState;
import io.throughline.alert.Direction;
import io.throughline.domain.rollup.Change;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A watch that is fed in time order, and everything that it told. */
final class Watching {

    static final String MAP =
            """
            apiVersion: throughline/v1
            journey: city-library
            version: 4
            stages:
              - id: borrow
                name: Borrowing and returning
                owner: circulation
                contributors: [digital]
                sponsor: head-librarian
                examples: ["fined although I put it into the return box"]
            """;

    private StageWatch watch = new StageWatch(Feed.JOURNEY, Feed.STAGE);
    private final List<Change> changes;
    private final List<Alert> told = new ArrayList<>();
    private int next;

    Watching(Feed feed) {
        changes = feed.changes();
        watch.tell(Feed.rules("warmUp: 7d\n"));
        watch.tell(
                new AlertCommand(
                        "map",
                        AlertCommand.Kind.JOURNEY,
                        Instant.EPOCH,
                        "config",
                        null,
                        null,
                        Map.of(),
                        null,
                        MAP));
    }

    StageWatch watch() {
        return watch;
    }

    /** Feeds and advances, an hour a step. */
    Watching until(double day) {
        while (next < changes.size()
                && changes.get(next).contribution().minute() < Feed.minute(day)) {
            long minute = changes.get(next).contribution().minute();
            watch.apply(changes.get(next++));
            if (minute % 60 == 0) {
                told.addAll(watch.advance(Instant.ofEpochSecond(minute * 60)));
            }
        }
        told.addAll(watch.advance(Feed.at(day)));
        return this;
    }

    Watching restart() {
        watch = copy(watch);
        return this;
    }

    static StageWatch copy(StageWatch watch) {
        try {
            return StageWatch.read(new DataInputStream(new ByteArrayInputStream(bytes(watch))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(StageWatch watch) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            watch.write(new DataOutputStream(out));
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Alert> told() {
        return told;
    }

    /** Every version of the first alert in the direction. */
    List<Alert> life(Direction direction) {
        Alert first = first(direction);
        return told.stream().filter(alert -> alert.id().equals(first.id())).toList();
    }

    Alert first(Direction direction) {
        return told.stream()
                .filter(alert -> alert.direction() == direction)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + direction + " was told: " + told));
    }

    List<AlertState> states(Direction direction) {
        return life(direction).stream().map(Alert::state).toList();
    }

    /** The newest version of each alert. */
    static Map<String, Alert> last(List<Alert> told) {
        Map<String, Alert> last = new LinkedHashMap<>();
        told.forEach(alert -> last.put(alert.id(), alert));
        return last;
    }
}
