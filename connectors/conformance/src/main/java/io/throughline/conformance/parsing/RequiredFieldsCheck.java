package io.throughline.conformance.parsing;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.ChannelParser;
import io.throughline.channels.Outcome;
import io.throughline.conformance.bench.ChannelCheck;
import io.throughline.conformance.bench.Findings;
import io.throughline.conformance.bench.Sightings;
import io.throughline.conformance.bench.Verdict;
import io.throughline.conformance.bench.Workbench;
import io.throughline.conformance.specimen.Facet;
import io.throughline.conformance.specimen.Place;
import io.throughline.conformance.specimen.Specimen;
import io.throughline.model.Feedback;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value that is missing, null or of the wrong type ends as feedback without it or as a typed dead
 * letter: never as an exception, never as a wrong id, time or rating, and never at the expense of
 * the records beside it.
 */
public final class RequiredFieldsCheck implements ChannelCheck {

    /** Of values that decide about nothing only so many are broken. */
    private static final int MOST_UNDECIDED = 40;

    @Override
    public Verdict check(Workbench bench) {
        Findings findings = new Findings();
        for (Specimen specimen : bench.specimens()) {
            int undecided = 0;
            for (Place place : specimen.anatomy().places()) {
                if (!specimen.facets(place).isEmpty() || ++undecided <= MOST_UNDECIDED) {
                    broken(specimen, place, bench, findings);
                }
            }
        }
        nameless(bench, findings);
        return findings.verdict(Findings.noFeedback());
    }

    private static void broken(Specimen specimen, Place place, Workbench bench, Findings findings) {
        JsonNode value = place.in(specimen.record());
        for (Breakage breakage : Breakage.of(value, specimen.document())) {
            JsonNode changed = breakage.applied(specimen.record(), place);
            findings.tried("broken values");
            List<Outcome> outcomes = Neighbours.parse(specimen, changed, bench, findings);
            Optional<Outcome> outcome = Neighbours.middle(specimen, outcomes);
            if (outcome.isPresent()) {
                judge(specimen, place, breakage, outcome.get(), findings);
            }
        }
    }

    private static void judge(
            Specimen specimen, Place place, Breakage breakage, Outcome outcome, Findings findings) {
        String where = specimen.where(place) + " " + breakage.words();
        if (outcome instanceof Outcome.Rejected rejected) {
            if (rejected.message().startsWith(ChannelParser.UNEXPECTED)) {
                findings.problem(
                        where,
                        "feedback without it, or a dead letter with its reason",
                        "an exception, " + rejected.message(),
                        "Look before you read: Fields.requiredText and its like refuse what is"
                                + " not there");
            }
            return;
        }
        if (outcome instanceof Outcome.Accepted accepted) {
            wrong(specimen, place, breakage, accepted.feedback())
                    .ifPresent(
                            wrong ->
                                    findings.problem(
                                            where,
                                            "a dead letter, or feedback without it",
                                            wrong,
                                            "Refuse it with MISSING_FIELD when it is absent and"
                                                    + " with INVALID_FIELD when it is of the"
                                                    + " wrong type"));
        }
    }

    /** What is wrong with feedback that was made all the same. */
    private static Optional<String> wrong(
            Specimen specimen, Place place, Breakage breakage, Feedback feedback) {
        Feedback before = specimen.feedback();
        if (Facet.IDENTITY.differs(before, feedback) && breakage.showsIn(feedback.naturalId())) {
            return Optional.of("the id '" + feedback.naturalId() + "'");
        }
        if (Facet.TIME.differs(before, feedback)
                && feedback.occurredAt().equals(feedback.observedAt())
                && !feedback.extras().containsKey(Feedback.OCCURRED_AT_SOURCE)) {
            return Optional.of("the time it was observed, as if the customer had said so");
        }
        if (holdsRating(specimen, place)
                && breakage.wrongType()
                && feedback.rating() != null
                && !Facet.RATING.differs(before, feedback)) {
            return Optional.of("the rating " + feedback.rating().value());
        }
        if (Facet.TEXT.differs(before, feedback)
                && feedback.text() != null
                && breakage.showsIn(feedback.text())) {
            return Optional.of("a text that holds '" + breakage.shown() + "'");
        }
        return Optional.empty();
    }

    /** Another number there is another rating. */
    private static boolean holdsRating(Specimen specimen, Place place) {
        return specimen.anatomy().changes(place).stream()
                .anyMatch(
                        change ->
                                change.feedback().rating() != null
                                        && change.value().asText().matches("[\\d.]{1,9}")
                                        && change.facets().contains(Facet.RATING)
                                        && change.feedback().rating().value()
                                                == change.value().asDouble());
    }

    /** Two different records that both lost their names are not one. */
    private static void nameless(Workbench bench, Findings findings) {
        Map<String, Specimen> known = new HashMap<>();
        for (Specimen specimen : bench.specimens()) {
            JsonNode without = withoutName(specimen);
            Optional<Feedback> feedback = feedback(specimen, without, bench);
            findings.tried("records without a name");
            if (feedback.isEmpty() || namedByFile(specimen, without, feedback.get(), bench)) {
                continue;
            }
            Specimen other = known.putIfAbsent(feedback.get().id(), specimen);
            if (other != null && !other.feedback().id().equals(specimen.feedback().id())) {
                findings.problem(
                        specimen.where() + " without " + specimen.places(Facet.IDENTITY),
                        "a dead letter MISSING_FIELD, or an id of its content",
                        "the id '"
                                + feedback.get().naturalId()
                                + "', which "
                                + other.where()
                                + " gets as well",
                        "A record without its name cannot be told from others: refuse it");
            }
        }
    }

    private static JsonNode withoutName(Specimen specimen) {
        List<Place> backwards = new ArrayList<>(specimen.places(Facet.IDENTITY));
        Collections.reverse(backwards);
        JsonNode without = specimen.record();
        for (Place place : backwards) {
            without = place.removed(without);
        }
        return without;
    }

    /** One file is one record then. */
    private static boolean namedByFile(
            Specimen specimen, JsonNode record, Feedback feedback, Workbench bench) {
        return specimen.outcomeOf(bench.parser().parse(Sightings.renamed(specimen.with(record))))
                .filter(
                        outcome ->
                                outcome instanceof Outcome.Accepted other
                                        && !other.feedback().id().equals(feedback.id()))
                .isPresent();
    }

    private static Optional<Feedback> feedback(
            Specimen specimen, JsonNode record, Workbench bench) {
        return specimen.outcomeOf(bench.parser().parse(specimen.with(record)))
                .filter(Outcome.Accepted.class::isInstance)
                .map(outcome -> ((Outcome.Accepted) outcome).feedback());
    }
}
