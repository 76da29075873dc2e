package io.throughline.conformance.parsing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.throughline.channels.Outcome;
import io.throughline.conformance.bench.ChannelCheck;
import io.throughline.conformance.bench.Findings;
import io.throughline.conformance.bench.Verdict;
import io.throughline.conformance.bench.Workbench;
import io.throughline.conformance.specimen.Document;
import io.throughline.conformance.specimen.Facet;
import io.throughline.conformance.specimen.Place;
import io.throughline.conformance.specimen.Specimen;
import io.throughline.model.Feedback;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A time in another notation than the channel's own becomes the same moment in UTC or is refused;
 * it never becomes another moment. A time that cannot be, ahead or long ago or no time at all, is
 * refused.
 */
public final class TimeCheck implements ChannelCheck {

    @Override
    public Verdict check(Workbench bench) {
        Findings findings = new Findings();
        boolean outside = false;
        for (Specimen specimen : bench.specimens()) {
            List<Place> places =
                    specimen.places(Facet.TIME).stream()
                            .filter(place -> saysWhen(specimen, place))
                            .toList();
            outside |= specimen.feedback().extras().containsKey(Feedback.OCCURRED_AT_SOURCE);
            for (Place place : places) {
                notations(specimen, place, bench, findings);
                impossible(specimen, place, bench, findings);
            }
            if (specimen.places(Facet.TIME).isEmpty() && undated(specimen)) {
                findings.problem(
                        specimen.where(),
                        "a time that some value decides about, or extras.occurredAtSource",
                        specimen.feedback().occurredAt() + " whatever the record holds",
                        "Read the time of the record, or take that of the envelope with"
                                + " Moments.fromEnvelope");
            }
        }
        if (bench.specimens().isEmpty()) {
            return Findings.noFeedback();
        }
        return findings.verdict(
                new Verdict.NotApplicable(
                        outside
                                ? "the records hold no time: it is known from outside"
                                : "the time is in the file's name"));
    }

    /** Not the kind of a record, which can decide what its time is, and no fraction of a second. */
    private static boolean saysWhen(Specimen specimen, Place place) {
        JsonNode value = place.in(specimen.record());
        long digits = value.asText().chars().filter(Character::isDigit).count();
        boolean moves =
                specimen.anatomy().changes(place).stream()
                        .filter(change -> change.facets().contains(Facet.TIME))
                        .map(change -> change.feedback().occurredAt())
                        .map(time -> Duration.between(specimen.feedback().occurredAt(), time))
                        .anyMatch(by -> by.abs().compareTo(Duration.ofSeconds(1)) >= 0);
        boolean near =
                Notations.read(value)
                        .map(read -> Duration.between(read, specimen.feedback().occurredAt()).abs())
                        .filter(by -> by.compareTo(Duration.ofDays(2)) < 0)
                        .isPresent();
        boolean name = specimen.facets(place).contains(Facet.IDENTITY);
        return digits >= 3 && (near || (moves && !name));
    }

    private static boolean undated(Specimen specimen) {
        Feedback feedback = specimen.feedback();
        return feedback.occurredAt().equals(feedback.observedAt())
                && !feedback.extras().containsKey(Feedback.OCCURRED_AT_SOURCE);
    }

    private static void notations(
            Specimen specimen, Place place, Workbench bench, Findings findings) {
        Instant moment = Instant.ofEpochSecond(specimen.feedback().occurredAt().getEpochSecond());
        Duration offset = offset(specimen, place);
        for (Map.Entry<String, JsonNode> notation : Notations.of(moment).entrySet()) {
            findings.tried("notations");
            Optional<Feedback> accepted = feedback(specimen, place, notation.getValue(), bench);
            if (accepted.isEmpty()) {
                continue;
            }
            Instant got = accepted.get().occurredAt();
            boolean outside = accepted.get().extras().containsKey(Feedback.OCCURRED_AT_SOURCE);
            boolean right = Notations.same(got, moment.plus(offset)) || Notations.same(got, moment);
            if (!outside && !right && moved(specimen, got)) {
                findings.problem(
                        specimen.where(place) + " = " + notation.getValue(),
                        moment.plus(offset) + " (" + notation.getKey() + "), or INVALID_FIELD",
                        got.toString(),
                        "Name the formats of the time, and refuse what is written otherwise");
            }
        }
    }

    /** Another value decided, so this one was not read as a time at all. */
    private static boolean moved(Specimen specimen, Instant got) {
        return !got.equals(specimen.feedback().occurredAt());
    }

    /** Of what the value says to what becomes of it, e.g. when a call's start is added. */
    private static Duration offset(Specimen specimen, Place place) {
        return Notations.read(place.in(specimen.record()))
                .map(read -> Duration.between(read, specimen.feedback().occurredAt()))
                .filter(difference -> difference.abs().compareTo(Duration.ofSeconds(1)) >= 0)
                .orElse(Duration.ZERO);
    }

    private static void impossible(
            Specimen specimen, Place place, Workbench bench, Findings findings) {
        Instant ahead = specimen.feedback().observedAt().plus(Duration.ofDays(3));
        JsonNode value = place.in(specimen.record());
        for (JsonNode time :
                List.of(
                        TextNode.valueOf(ahead.toString()),
                        Notations.like(value, ahead),
                        LongNode.valueOf(0),
                        TextNode.valueOf("1970-01-01T00:00:00Z"),
                        TextNode.valueOf("9999-12-31T23:59:59Z"),
                        TextNode.valueOf("yesterday, kit"))) {
            findings.tried("impossible times");
            feedback(specimen, place, time, bench)
                    .filter(accepted -> !lineIsGone(accepted, specimen))
                    .filter(accepted -> impossible(accepted, specimen))
                    .ifPresent(
                            accepted ->
                                    findings.problem(
                                            specimen.where(place) + " = " + time,
                                            "INVALID_FIELD",
                                            "feedback of " + accepted.occurredAt(),
                                            "Refuse a time that cannot be read, is before 1990 or"
                                                    + " more than a day ahead: Moments.checked"));
        }
    }

    /** A line of a mail without its field's name is no bad time but none at all. */
    private static boolean lineIsGone(Feedback accepted, Specimen specimen) {
        return specimen.document().values() == Document.Values.LINES
                && accepted.extras().containsKey(Feedback.OCCURRED_AT_SOURCE);
    }

    /** Falling back to another time of the record is the format's own affair. */
    private static boolean impossible(Feedback accepted, Specimen specimen) {
        Feedback before = specimen.feedback();
        return accepted.occurredAt().equals(accepted.observedAt())
                || accepted.occurredAt().isAfter(accepted.observedAt().plus(Duration.ofDays(1)))
                || accepted.occurredAt().isBefore(Instant.parse("1990-01-01T00:00:00Z"))
                || accepted.occurredAt().equals(before.occurredAt());
    }

    private static Optional<Feedback> feedback(
            Specimen specimen, Place place, JsonNode value, Workbench bench) {
        JsonNode changed = place.replaced(specimen.record(), value);
        return specimen.outcomeOf(bench.parser().parse(specimen.with(changed)))
                .filter(Outcome.Accepted.class::isInstance)
                .map(outcome -> ((Outcome.Accepted) outcome).feedback());
    }
}
