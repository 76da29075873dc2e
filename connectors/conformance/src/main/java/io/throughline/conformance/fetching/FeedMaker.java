package io.throughline.conformance.fetching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.throughline.channels.Outcome;
import io.throughline.channels.definition.CursorSpec;
import io.throughline.conformance.bench.Workbench;
import io.throughline.conformance.server.FeedRecord;
import io.throughline.conformance.specimen.Anatomy.Shown;
import io.throughline.conformance.specimen.Facet;
import io.throughline.conformance.specimen.Place;
import io.throughline.conformance.specimen.Specimen;
import io.throughline.model.Feedback;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Makes records for a feed out of a record of a fixture: each with a name of its own, a time that
 * grows from one to the next, and a higher revision when it is edited.
 */
final class FeedMaker {

    private static final int STEP = 17;
    private static final String DIGITS = "\\d{1,30}";
    private static final long MICROS = 1_000_000L;

    private final Workbench bench;
    private final CursorSpec cursor;
    private final Specimen specimen;
    private final Place name;
    private final Place time;
    private final Instant start;

    private FeedMaker(
            Workbench bench, CursorSpec cursor, Specimen specimen, Place name, Place time) {
        this.bench = bench;
        this.cursor = cursor;
        this.specimen = specimen;
        this.name = name;
        this.time = time;
        this.start =
                specimen.feedback()
                        .observedAt()
                        .minus(Duration.ofDays(2))
                        .truncatedTo(ChronoUnit.HOURS);
    }

    /**
     * A maker.
     *
     * @param cursor null when the channel has none
     * @param fit which records of fixtures will do
     */
    static Optional<FeedMaker> of(Workbench bench, CursorSpec cursor, Predicate<Specimen> fit) {
        for (Specimen specimen : bench.specimens().stream().filter(fit).toList()) {
            Place time =
                    cursor == null || cursor.field() == null
                            ? specimen.places(Facet.TIME).stream().findFirst().orElse(null)
                            : Place.of(cursor.field().toString()).orElse(null);
            for (Place name : specimen.places(Facet.IDENTITY)) {
                FeedMaker maker = new FeedMaker(bench, cursor, specimen, name, time);
                if (maker.works()) {
                    return Optional.of(maker);
                }
            }
        }
        return Optional.empty();
    }

    private boolean works() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            feedback(record(i, i).json()).ifPresent(feedback -> ids.add(feedback.id()));
        }
        return ids.stream().distinct().count() == 4;
    }

    Specimen specimen() {
        return specimen;
    }

    /** Whether an edit can be told from what it replaces. */
    boolean editable() {
        FeedRecord before = record(0, 0);
        return feedback(before.json())
                .flatMap(
                        one ->
                                feedback(edited(before, 3).json())
                                        .filter(other -> other.revision() > one.revision())
                                        .filter(other -> other.id().equals(one.id())))
                .isPresent();
    }

    /**
     * A record.
     *
     * @param number gives it its name
     * @param hour of its time, from the feed's beginning
     */
    FeedRecord record(int number, int hour) {
        Instant at = start.plus(Duration.ofHours(hour));
        JsonNode json = name.replaced(specimen.record(), named(number));
        if (time != null && !time.equals(name)) {
            json = time.replaced(json, written(time, at));
        }
        return new FeedRecord(number, at, json);
    }

    /** The record after an edit. What it is filtered by changes only where an edit changes it. */
    FeedRecord edited(FeedRecord before, int hour) {
        Instant at = start.plus(Duration.ofHours(hour));
        JsonNode json = before.json();
        boolean moved = false;
        for (Place place : specimen.places(Facet.REVISION)) {
            if (place.equals(name)) {
                continue;
            }
            Optional<JsonNode> later = later(place, at);
            if (later.isPresent()) {
                json = place.replaced(json, later.get());
                moved |= place.equals(time);
            }
        }
        Optional<Place> words = specimen.words().filter(place -> !place.equals(name));
        if (words.isPresent()) {
            String said = words.get().in(json).asText();
            json = words.get().replaced(json, TextNode.valueOf(said + " edited"));
        }
        return new FeedRecord(before.number(), moved ? at : before.changedAt(), json);
    }

    private Optional<JsonNode> later(Place place, Instant at) {
        if (place.equals(time) || timeLike(place)) {
            return Optional.of(written(place, at));
        }
        return specimen.anatomy().changes(place).stream()
                .filter(change -> change.feedback().revision() > specimen.feedback().revision())
                .map(Shown::value)
                .findFirst();
    }

    private boolean timeLike(Place place) {
        JsonNode value = place.in(specimen.record());
        return value.asText().matches("\\d{10}(\\d{3})?(\\d{3})?|\\d{4}-\\d{2}-\\d{2}[T ].*");
    }

    Optional<Feedback> feedback(JsonNode record) {
        List<Outcome> outcomes = bench.parser().parse(specimen.with(record));
        return specimen.outcomeOf(outcomes)
                .filter(Outcome.Accepted.class::isInstance)
                .map(outcome -> ((Outcome.Accepted) outcome).feedback());
    }

    private JsonNode named(int number) {
        JsonNode value = name.in(specimen.record());
        String text = value.asText();
        if (value.isNumber() && !text.matches(DIGITS)) {
            return LongNode.valueOf(value.asLong() + (long) STEP * number);
        }
        if (text.matches(DIGITS)) {
            return counted(value, number);
        }
        return TextNode.valueOf(text + "k" + number);
    }

    /** Whether the server sorts and filters by a number there that stands for no time. */
    private boolean counts(Place place) {
        return cursor != null && cursor.kind() == CursorSpec.Kind.NUMBER && place.equals(time);
    }

    private static JsonNode counted(JsonNode value, long steps) {
        BigInteger moved = new BigInteger(value.asText()).add(BigInteger.valueOf(STEP * steps));
        return value.isNumber()
                ? LongNode.valueOf(moved.longValueExact())
                : TextNode.valueOf(moved.toString());
    }

    /** As the record writes times. */
    private JsonNode written(Place place, Instant at) {
        JsonNode value = place.in(specimen.record());
        if (counts(place) && value.asText().matches(DIGITS)) {
            return counted(value, Duration.between(start, at).toHours());
        }
        String format =
                cursor != null && place.equals(time) && !cursor.formats().isEmpty()
                        ? cursor.formats().get(0)
                        : "iso";
        String text = value.asText();
        if (text.matches("\\d{9,11}")) {
            return number(value, at.getEpochSecond());
        }
        if (text.matches("\\d{12,14}")) {
            return number(value, at.toEpochMilli());
        }
        if (text.matches("\\d{15,16}")) {
            return number(value, at.getEpochSecond() * MICROS);
        }
        if (value.isNumber()) {
            return LongNode.valueOf(at.getEpochSecond());
        }
        if (format.equals("iso") || format.startsWith("epoch")) {
            return TextNode.valueOf(at.toString());
        }
        return TextNode.valueOf(
                DateTimeFormatter.ofPattern(format, Locale.ENGLISH)
                        .withZone(cursor.zoneId())
                        .format(at));
    }

    private static JsonNode number(JsonNode like, long number) {
        return like.isNumber() ? LongNode.valueOf(number) : TextNode.valueOf("" + number);
    }
}
