package io.throughline.domain.watch;

import io.throughline.alert.AlertCommand;
import io.throughline.alert.DataFault;
import io.throughline.domain.rollup.Change;
import io.throughline.domain.rollup.Contribution;
import io.throughline.domain.rollup.Excerpt;
import io.throughline.domain.rollup.Traits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Made-up feedback on one stage: evenly spread, with labels as even as they can be, so that nothing
 * is told by chance.
 */
final class Feed {

    static final String JOURNEY = "city-library";
    static final String STAGE = "borrow";
    static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private final List<Change> changes = new ArrayList<>();
    private int serial;

    /** Evenly spread over 0 to 1, by the golden ratio. */
    private double part() {
        return serial * 0.6180339887498949 % 1;
    }

    /** So many an hour, from a day (and part of it) after the start to another. */
    Feed add(String channel, double fromDay, double toDay, int anHour, double negative) {
        return add(channel, fromDay, toDay, anHour, negative, "m1");
    }

    Feed add(
            String channel,
            double fromDay,
            double toDay,
            int anHour,
            double negative,
            String model) {
        long begin = minute(fromDay);
        long end = minute(toDay);
        for (long hour = begin; hour < end; hour += 60) {
            for (int i = 0; i < anHour; i++) {
                long minute = hour + i * 60L / anHour;
                if (minute < end) {
                    int label = part() < negative ? 0 : 1 + serial % 2;
                    changes.add(change(channel, minute, label, model));
                }
            }
        }
        return this;
    }

    private Change change(String channel, long minute, int label, String model) {
        String id = "f" + serial++;
        String text =
                label == 0
                        ? "the return box was locked again and I was fined, number " + letters(id)
                        : "renewing a loan took a minute, number " + id;
        return new Change(
                contribution(STAGE, channel, minute, label, "author-" + id, id, model, 0),
                Change.ADD,
                new Excerpt(Instant.ofEpochSecond(minute * 60), text, null));
    }

    static Contribution contribution(
            String stage,
            String channel,
            long minute,
            int label,
            String author,
            String id,
            String model,
            long textHash) {
        return new Contribution(
                JOURNEY,
                stage,
                channel,
                minute,
                label,
                0,
                1_000_000,
                author,
                new Traits(id, 3, model, "en", textHash, 0, List.of()));
    }

    List<Change> changes() {
        List<Change> sorted = new ArrayList<>(changes);
        sorted.sort(
                (one, other) ->
                        Long.compare(one.contribution().minute(), other.contribution().minute()));
        return sorted;
    }

    static Instant at(double day) {
        return Instant.ofEpochSecond(minute(day) * 60);
    }

    static long minute(double day) {
        return START.getEpochSecond() / 60 + Math.round(day * 24 * 60);
    }

    static AlertCommand rules(String yaml) {
        return new AlertCommand(
                "rules",
                AlertCommand.Kind.RULES,
                Instant.EPOCH,
                "config",
                null,
                null,
                Map.of(),
                null,
                yaml);
    }

    static AlertCommand silence(String id, double from, double until) {
        return new AlertCommand(
                id,
                AlertCommand.Kind.SILENCE,
                at(from),
                "ada",
                "moving house",
                null,
                Map.of("stage", STAGE),
                at(until),
                null);
    }

    static AlertCommand about(String alert, AlertCommand.Kind kind, double from) {
        return new AlertCommand(
                kind.id() + alert, kind, at(from), "ada", null, alert, Map.of(), null, null);
    }

    static DataFault fault(DataFault.Kind kind, String channel, double from, Double until) {
        return new DataFault(
                kind,
                JOURNEY,
                null,
                channel,
                at(from),
                until == null ? null : at(until),
                "scripted");
    }

    static Duration days(double days) {
        return Duration.ofMinutes(Math.round(days * 24 * 60));
    }

    /** Digits as letters: texts that differ in digits alone are copies. */
    static String letters(Object number) {
        return number.toString()
                .chars()
                .map(digit -> Character.isDigit(digit) ? digit - '0' + 'a' : digit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
