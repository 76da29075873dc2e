package io.throughline.conformance.parsing;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.Outcome;
import io.throughline.conformance.bench.ChannelCheck;
import io.throughline.conformance.bench.Findings;
import io.throughline.conformance.bench.Sightings;
import io.throughline.conformance.bench.Verdict;
import io.throughline.conformance.bench.Workbench;
import io.throughline.conformance.channel.Fixture;
import io.throughline.conformance.specimen.Anatomy.Shown;
import io.throughline.conformance.specimen.Facet;
import io.throughline.conformance.specimen.Place;
import io.throughline.conformance.specimen.Specimen;
import io.throughline.model.Feedback;
import io.throughline.model.Operation;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An edited record keeps its id and gets a higher revision. The edit is made here: other words or
 * another rating, and a later value wherever the revision comes from.
 */
public final class EditCheck implements ChannelCheck {

    @Override
    public Verdict check(Workbench bench) {
        Findings findings = new Findings();
        boolean revised = false;
        boolean named = false;
        for (Specimen specimen : bench.specimens()) {
            if (wholeRecord(specimen)) {
                continue;
            }
            named = true;
            keepsItsId(specimen, findings);
            List<Place> revisions = specimen.places(Facet.REVISION);
            if (!revisions.isEmpty()) {
                revised = true;
                rises(specimen, revisions, bench, findings);
            }
        }
        if (bench.specimens().isEmpty()) {
            return Findings.noFeedback();
        }
        boolean declared =
                bench.definition().map() != null && !bench.definition().map().revision().isEmpty();
        if (declared && !revised) {
            findings.problem(
                    "map.revision",
                    "a record whose revision is found",
                    "none in any fixture",
                    "Mend the expression, or add a record that has been edited");
        }
        if (revised || findings.failed()) {
            return findings.verdict(Findings.noFeedback());
        }
        return new Verdict.NotApplicable(
                named
                        ? "nothing in the records tells a revision: of one id the one seen later"
                                + " stays"
                        : "records are known by their whole content, so an edit is another record");
    }

    /** The id is a hash of everything. */
    private static boolean wholeRecord(Specimen specimen) {
        long deciding =
                specimen.anatomy().places().stream()
                        .filter(place -> !specimen.facets(place).isEmpty())
                        .count();
        int identity = specimen.places(Facet.IDENTITY).size();
        return deciding >= 3 && identity * 10L >= deciding * 9;
    }

    private static void keepsItsId(Specimen specimen, Findings findings) {
        for (Facet words : List.of(Facet.TEXT, Facet.RATING)) {
            for (Place place : specimen.places(words)) {
                boolean moved =
                        specimen.anatomy().changes(place).stream()
                                .anyMatch(
                                        change ->
                                                !change.borrowed()
                                                        && change.facets().contains(words)
                                                        && change.facets()
                                                                .contains(Facet.IDENTITY));
                if (moved) {
                    findings.problem(
                            specimen.where(place),
                            "the same id after an edit of the "
                                    + words.name().toLowerCase(Locale.ROOT),
                            "another id",
                            "Leave what a customer can edit out of naturalId");
                }
            }
        }
    }

    private static void rises(
            Specimen specimen, List<Place> places, Workbench bench, Findings findings) {
        Feedback before = specimen.feedback();
        Optional<Later> later =
                places.stream()
                        .flatMap(
                                place ->
                                        specimen.anatomy().changes(place).stream()
                                                .map(change -> new Later(place, change)))
                        .filter(each -> each.change().feedback().revision() > before.revision())
                        .filter(each -> !each.change().facets().contains(Facet.IDENTITY))
                        .findFirst();
        if (later.isEmpty() && shown(bench)) {
            findings.tried("edits in fixtures");
            return;
        }
        if (later.isEmpty()) {
            findings.problem(
                    specimen.where(places.get(0)),
                    "a revision that grows with a later value, beside the same id",
                    "revision " + before.revision() + " or another id for every other value",
                    "Let revision be a number or time that every edit makes larger");
            return;
        }
        for (Place place : places) {
            falls(specimen, place, findings);
        }
        Optional<Shown> edit = edit(specimen);
        if (edit.isEmpty()) {
            return;
        }
        findings.tried("edits");
        JsonNode edited =
                later.get().place().replaced(specimen.record(), later.get().change().value());
        Place words = wordsOf(specimen).orElseThrow();
        if (!words.equals(later.get().place())) {
            edited = words.replaced(edited, edit.get().value());
        }
        Outcome outcome =
                specimen.outcomeOf(bench.parser().parse(specimen.with(edited))).orElse(null);
        if (!(outcome instanceof Outcome.Accepted accepted)
                || !accepted.feedback().id().equals(before.id())
                || accepted.feedback().revision() <= before.revision()
                || Sightings.sameContent(accepted.feedback(), before)) {
            findings.problem(
                    specimen.where(words),
                    before.id() + " with other words and a revision above " + before.revision(),
                    outcome instanceof Outcome.Accepted other
                            ? other.feedback().id() + " of revision " + other.feedback().revision()
                            : String.valueOf(outcome),
                    "An edit keeps its id and has a higher revision, or it is lost");
        }
        specimen.words().ifPresent(place -> followsTheWords(specimen, place, findings));
    }

    /** The other way round: a later time gives a lower revision. */
    private static void falls(Specimen specimen, Place place, Findings findings) {
        Optional<Instant> own = Notations.read(place.in(specimen.record()));
        for (Shown change : specimen.anatomy().changes(place)) {
            Optional<Instant> other = Notations.read(change.value());
            if (own.isEmpty()
                    || other.isEmpty()
                    || change.borrowed()
                    || change.facets().contains(Facet.IDENTITY)) {
                continue;
            }
            int later = Integer.signum(other.get().compareTo(own.get()));
            int higher = Long.signum(change.feedback().revision() - specimen.feedback().revision());
            if (later * higher < 0) {
                findings.problem(
                        specimen.where(place),
                        "a revision that a later value makes higher",
                        "a later value gives a lower one",
                        "Let revision be the time of the last change itself");
                return;
            }
        }
    }

    /** Whether a fixture holds a record before and after an edit. */
    private static boolean shown(Workbench bench) {
        Map<String, Set<Long>> revisions = new HashMap<>();
        for (Fixture fixture : bench.channel().fixtures()) {
            for (Outcome outcome : bench.outcomes(fixture)) {
                if (outcome instanceof Outcome.Accepted accepted
                        && accepted.feedback().operation() == Operation.UPSERT) {
                    revisions
                            .computeIfAbsent(accepted.feedback().id(), id -> new HashSet<>())
                            .add(accepted.feedback().revision());
                }
            }
        }
        return revisions.values().stream().anyMatch(known -> known.size() > 1);
    }

    /** A hash of the words is as often lower as it is higher. */
    private static void followsTheWords(Specimen specimen, Place words, Findings findings) {
        boolean hash =
                specimen.anatomy().changes(words).stream()
                        .anyMatch(
                                change ->
                                        change.facets().contains(Facet.REVISION)
                                                && !change.borrowed()
                                                && change.feedback().revision()
                                                        < specimen.feedback().revision());
        if (hash && !specimen.facets(words).contains(Facet.TIME)) {
            findings.problem(
                    specimen.where(words),
                    "a revision that no edit makes lower",
                    "a lower one for other words",
                    "Let revision be a number or time of the source, not a hash or length");
        }
    }

    private static Optional<Place> wordsOf(Specimen specimen) {
        return specimen.words()
                .filter(place -> !specimen.facets(place).contains(Facet.IDENTITY))
                .or(
                        () ->
                                Stream.of(Facet.RATING, Facet.TEXT, Facet.EXTRAS)
                                        .flatMap(facet -> specimen.places(facet).stream())
                                        .filter(
                                                place ->
                                                        !specimen.facets(place)
                                                                .contains(Facet.IDENTITY))
                                        .findFirst());
    }

    private static Optional<Shown> edit(Specimen specimen) {
        return wordsOf(specimen)
                .flatMap(
                        place ->
                                specimen.anatomy().changes(place).stream()
                                        .filter(change -> !change.facets().contains(Facet.DELETED))
                                        .findFirst());
    }

    private record Later(Place place, Shown change) {}
}
